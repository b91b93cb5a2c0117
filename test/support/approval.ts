import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { Village } from '../../shared/domain/village.ts'
import { alertBody, alertUsers, newKey } from './alert-samples.ts'
import { createAlertWorld, type AlertWorld } from './alert-world.ts'
import { buildUser } from './builders.ts'
import type { TestTables } from './dynalite.ts'

/** A second officer of the district, with two logins, and a second login of the first one. */
const secondUsers = [
  buildUser({ id: 'second', roles: ['officer'], areas: ['1308'], personId: 'person-2' }),
  buildUser({ id: 'second-again', roles: ['officer'], areas: ['13'], personId: 'person-2' }),
  buildUser({ id: 'officer-again', roles: ['officer'], areas: ['13'], personId: 'officer' }),
]

/** Everybody of the tests of approvals. */
export const approvalUsers = [...alertUsers, ...secondUsers]

/** Who may approve what `officer` submitted, and the status that everybody else is answered. */
export const approvers = [
  ['second', 202],
  ['province', 202],
  ['officer', 403],
  ['officer-again', 403],
  ['viewer', 403],
  ['admin', 403],
  ['stranger', 403],
  ['gone', 403],
  ['neighbour', 404],
  ['village-officer', 404],
] as const

/** A world whose stage asks for a second person, as production does. */
export const withSecondPerson = async (
  tables: TestTables,
  villages: readonly Village[],
): Promise<AlertWorld> => {
  const world = createAlertWorld(tables, {
    secondPersonLevels: new Set(['warning', 'evacuate', 'all-clear']),
  })
  await world.seedUsers(approvalUsers)
  await world.seedVillages(villages)
  return world
}

/** Writes a draft; answers with its id. */
export const draft = async (
  world: AlertWorld,
  over: Record<string, unknown> = {},
  user = 'officer',
): Promise<string> =>
  (await world.api.ok(alertRoutes.createAlert, { user, body: { ...alertBody, ...over }, headers: newKey() }))
    .body.alertId

type Request = { user?: string; headers?: Record<string, string> }

export const submit = (
  world: AlertWorld,
  alertId: string,
  { user = 'officer', headers, ...body }: Request & { besidesAlertId?: string } = {},
) =>
  world.api.ok(alertRoutes.submitAlert, {
    user,
    params: { alertId },
    ...(Object.keys(body).length === 0 ? {} : { body }),
    headers: headers ?? newKey(),
  })

/** The alert as the province's officer sees it. */
export const read = async (world: AlertWorld, alertId: string) =>
  (await world.api.ok(alertRoutes.getAlert, { user: 'province', params: { alertId } })).body

const shownDigest = async (world: AlertWorld, alertId: string): Promise<string> =>
  (await read(world, alertId)).versions.at(-1)?.submission?.digest ?? ''

type Approval = { digest?: string; headCount?: number }

/** Approves what waits, as the second officer of the district. */
export const approve = async (
  world: AlertWorld,
  alertId: string,
  { user = 'second', headers, ...body }: Request & Approval = {},
) =>
  world.api.ok(alertRoutes.approveAlert, {
    user,
    params: { alertId },
    body: { digest: await shownDigest(world, alertId), ...body },
    headers: headers ?? newKey(),
  })

/** How an approval of what waits is refused. */
export const refuseApproval = async (world: AlertWorld, alertId: string, user: string, body: Approval = {}) =>
  world.api.refused(alertRoutes.approveAlert, {
    user,
    params: { alertId },
    body: { digest: await shownDigest(world, alertId), ...body },
    headers: newKey(),
  })
