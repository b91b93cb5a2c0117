import type { SendOutcome, Sms, SmsGateway } from '../../shared/gateway/sms-gateway.ts'

/** A gateway that keeps what it took, and answers some numbers as a test says. */
export const createFakeGateway = () => {
  const outbox: Sms[] = []
  const answers = new Map<string, SendOutcome[]>()
  const gateway: SmsGateway = {
    send: async (sms) => {
      const planned = answers.get(sms.phone)
      const answer = planned?.shift() ?? {
        kind: 'accepted',
        gatewayMessageId: `gateway-${outbox.length + 1}`,
      }
      // A time-out may come after the SMS went out: the test counts it as sent.
      if (answer.kind === 'accepted' || answer.kind === 'unknown') outbox.push(sms)
      return answer
    },
  }
  return {
    gateway,
    outbox,
    /** The next answers to this number; after them it is accepted. */
    answer: (phone: string, ...outcomes: SendOutcome[]) => answers.set(phone, outcomes),
  }
}
