import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { Village } from '../../shared/domain/village.ts'
import { newKey } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'
import { buildMember } from './builders.ts'

type Request = { user?: string; headers?: Record<string, string> }
type What = 'updateAlert' | 'cancelAlert' | 'allClearAlert'

const words: Record<What, object> = {
  updateAlert: { texts: { lo: 'ນ້ຳສູງຂຶ້ນ', en: 'WATER RISES' } },
  cancelAlert: {},
  allClearAlert: { texts: { lo: 'ພົ້ນອັນຕະລາຍ', en: 'ALL CLEAR' } },
}

const requestOf = (
  what: What,
  alertId: string,
  { user = 'province', headers, ...body }: Request & object,
) => ({
  user,
  params: { alertId },
  body: { ...words[what], ...body },
  headers: headers ?? newKey(),
})

/** Writes the next version of an alert; answers with the alert. */
export const followUp = async (
  world: AlertWorld,
  what: What,
  alertId: string,
  request: Request & Record<string, unknown> = {},
) => (await world.api.ok(alertRoutes[what], requestOf(what, alertId, request))).body

/** How a next version is refused. */
export const refuseFollowUp = (
  world: AlertWorld,
  what: What,
  alertId: string,
  request: Request & Record<string, unknown> = {},
) => world.api.refused(alertRoutes[what], requestOf(what, alertId, request))

/** Sends the request, whatever becomes of it. */
export const attempt = async (
  world: AlertWorld,
  what: 'updateAlert' | 'cancelAlert',
  alertId: string,
  headers = newKey(),
) => {
  const { statusCode } = await world.api.call(alertRoutes[what], {
    user: 'province',
    params: { alertId },
    body: what === 'cancelAlert' ? {} : { texts: { lo: 'ນ້ຳສູງຂຶ້ນ' } },
    headers,
  })
  return statusCode
}

/** Writes the next version and issues it, where the stage asks for no second person. */
export const issueFollowUp = async (
  world: AlertWorld,
  what: What,
  alertId: string,
  request: Request & Record<string, unknown> = {},
) => {
  await followUp(world, what, alertId, request)
  const { user = 'province' } = request
  return (await world.api.ok(alertRoutes.submitAlert, { user, params: { alertId }, headers: newKey() })).body
}

/** Phones that an SMS of this version went to, each as often as it did, in order. */
export const phonesTold = (world: AlertWorld, version: number): string[] =>
  world.phones.outbox
    .filter(({ text }) => new RegExp(String.raw`#\d+\.${version} `).test(text))
    .map(({ phone }) => phone)
    .toSorted()

/** Changes one village on the roster, as an admin would. */
export const changeVillage = async (
  world: AlertWorld,
  code: string,
  change: (village: Village) => Village,
): Promise<void> => {
  const village = await world.villages.find(code)
  if (village === undefined) throw new Error('no such village')
  const changed = change(village)
  await world.villages.put(changed, {
    revision: `${village.revision}+`,
    replaces: village.revision,
    nowIso: village.updatedAtIso,
  })
}

/** A committee with one member changed. */
export const withMember = (
  village: Village,
  index: number,
  over: Partial<ReturnType<typeof buildMember>>,
): Village => ({
  ...village,
  members: village.members.map((member, at) => (at === index ? { ...member, ...over } : member)),
})
