import type { SmsGateway } from './sms-gateway.ts'

/** Takes every SMS and publishes none: the gateway of drills that reach nobody. It says so of each. */
export const createNobodyGateway = (): SmsGateway => ({ send: async () => ({ kind: 'rehearsed' }) })
