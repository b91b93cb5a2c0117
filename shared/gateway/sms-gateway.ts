/** One SMS to hand over. */
export type Sms = { phone: string; text: string; purpose: 'urgent' | 'routine' }

/**
 * What became of handing over one SMS.
 * `accepted`: the gateway has it; proves nothing about the phone. `rehearsed`: this gateway reaches nobody, nothing was
 * handed over and nothing will be. `throttled`: not sent, spends no attempt.
 * `failed`: not sent, may be tried again. `rejected`: will never be sent. `unknown`: nobody knows whether it went out.
 */
export type SendOutcome =
  | { kind: 'accepted'; gatewayMessageId: string }
  | { kind: 'rehearsed' }
  | { kind: 'throttled'; code: string }
  | { kind: 'failed'; code: string }
  | { kind: 'rejected'; code: string }
  | { kind: 'opted-out'; code: string }
  | { kind: 'unknown'; code: string }

/** Hands SMS to the world. Never throws: every fault is an outcome. */
export type SmsGateway = { send: (sms: Sms) => Promise<SendOutcome> }
