import type { SendOutcome } from '../../shared/gateway/sms-gateway.ts'
import { issueAlert, phoneOf, readBoard, readVillage, villageWith } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'

const codes = ['1308001', '1308002', '1309001']
export const phones = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))
/** Three of the first village, whose SMS the tests answer as they like. */
export const [good = '', bad = '', doubtful = ''] = phones
export const rejected: SendOutcome = { kind: 'rejected', code: 'InvalidParameterException' }

/** Issues an alert of which some SMS are rejected at first; everyone else gets theirs. */
export const issueWith = async (
  world: AlertWorld,
  answers: Readonly<Record<string, SendOutcome[]>>,
  over: Record<string, unknown> = {},
): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  for (const [phone, outcomes] of Object.entries(answers)) world.phones.answer(phone, ...outcomes)
  const alertId = await issueAlert(world, { areas: ['1308', '1309'], ...over })
  await world.drain()
  return alertId
}
export const statesIn = async (world: AlertWorld, alertId: string, code = '1308001') =>
  (await readVillage(world, alertId, code)).recipients.map(({ state }) => state)
export const once = phones.map(() => 1)
export const stateOf = async (world: AlertWorld, alertId: string) => (await readBoard(world, alertId)).state
