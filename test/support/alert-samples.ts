import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { Member, Village } from '../../shared/domain/village.ts'
import type { AlertWorld } from './alert-world.ts'
import { buildMember, buildUser, buildVillage } from './builders.ts'

/** A made-up number: the village's last three digits, then the member's two. */
export const phoneOf = (village: string, member: number): string =>
  `+8562055${village.slice(3)}${String(member).padStart(2, '0')}`

/** So many members with numbers of their own, all to be written to in Lao. */
export const buildCommittee = (village: string, size: number, over: Partial<Member> = {}): Member[] =>
  Array.from({ length: size }, (_, index) =>
    buildMember({ id: `m-${village}-${index}`, phone: phoneOf(village, index), ...over }),
  )

/** A village whose committee has so many members. */
export const villageWith = (code: string, size: number, over: Partial<Village> = {}): Village =>
  buildVillage({ code, members: buildCommittee(code, size), ...over })

/** A body that is fine for two districts of one province; tests change what they are about. */
export const alertBody = {
  kind: 'flood',
  hazard: 'river-flood',
  level: 'warning',
  mode: 'exercise',
  areas: ['1308'],
  texts: { lo: 'ເຕືອນໄພນ້ຳຖ້ວມ', en: 'FLOOD WARNING' },
  expiresAtIso: '2026-07-24T12:00:00+07:00',
} as const

/** Users of the roles and areas that the alert tests are about. */
export const alertUsers = [
  buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'] }),
  buildUser({ id: 'neighbour', roles: ['officer'], areas: ['1309'] }),
  buildUser({ id: 'province', roles: ['officer'], areas: ['13'] }),
  buildUser({ id: 'village-officer', roles: ['officer'], areas: ['1308001'] }),
  buildUser({ id: 'viewer', roles: ['viewer'], areas: ['1308'] }),
  buildUser({ id: 'admin', roles: ['admin'], areas: ['LA'] }),
  buildUser({ id: 'gone', roles: ['officer'], areas: ['13'], status: 'disabled' }),
]

let wishes = 0
/** A new Idempotency-Key. */
export const newKey = () => ({ 'idempotency-key': `wish-${String((wishes += 1)).padStart(6, '0')}` })

/** Writes and issues an alert as an officer; answers with its id. */
export const issueAlert = async (
  world: AlertWorld,
  over: Partial<Record<keyof typeof alertBody | 'template' | 'reaches', unknown>> = {},
  user = 'province',
): Promise<string> => {
  const created = await world.api.ok(alertRoutes.createAlert, {
    user,
    body: { ...alertBody, ...over },
    headers: newKey(),
  })
  const { alertId } = created.body
  await world.api.ok(alertRoutes.submitAlert, { user, params: { alertId }, headers: newKey() })
  return alertId
}

/** The board as the province's officer sees it. */
export const readBoard = async (world: AlertWorld, alertId: string, user = 'province') =>
  (await world.api.ok(alertRoutes.getBoard, { user, params: { alertId } })).body

/** One village of the board. */
export const readVillage = async (world: AlertWorld, alertId: string, code: string, user = 'province') =>
  (await world.api.ok(alertRoutes.getBoardVillage, { user, params: { alertId, code } })).body
