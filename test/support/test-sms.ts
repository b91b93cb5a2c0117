import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { Member, Village } from '../../shared/domain/village.ts'
import { newKey, phoneOf, villageWith } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'
import { it as base } from './world-test.ts'

/** The village and the member that test SMS go to. */
export const code = '1308001'
export const memberId = `m-${code}-0`
export const phone = phoneOf(code, 0)
export const params = { code, memberId }

/** A test in a world that has the village. */
export const it = base.extend<{ world: AlertWorld }>({
  world: async ({ world }, use) => {
    await world.seedVillages([villageWith(code, 3)])
    await use(world)
  },
})

export const send = async (world: AlertWorld, headers = newKey()) =>
  (await world.api.ok(alertRoutes.sendTestSms, { user: 'admin', params, headers })).body
export const answer = async (world: AlertWorld, id: string, said: string) =>
  (await world.api.ok(alertRoutes.answerTestSms, { user: 'admin', params, body: { id, said } })).body
/** What an answer is refused with. */
export const refusedAnswer = (world: AlertWorld, id: string, said = 'read') =>
  world.api.refused(alertRoutes.answerTestSms, { user: 'admin', params, body: { id, said } })
export const list = async (world: AlertWorld, user = 'viewer') =>
  (await world.api.ok(alertRoutes.listTestSms, { user, params: { code } })).body
export const outbox = (world: AlertWorld): string[] => world.phones.outbox.map((sms) => sms.phone)

/** The member, and the village, with something of them another way. */
export const change = async (
  world: AlertWorld,
  member: Partial<Member>,
  village: Partial<Village> = {},
): Promise<void> => {
  const now = await world.villages.find(code)
  if (now === undefined) throw new Error('no village')
  const members = now.members.map((one) => (one.id === memberId ? { ...one, ...member } : one))
  const revision = `${now.revision}+`
  await world.villages.put(
    { ...now, ...village, members },
    { revision, replaces: now.revision, nowIso: now.updatedAtIso },
  )
}
