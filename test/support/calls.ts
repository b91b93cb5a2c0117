import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { newKey } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'

type Call = { user?: string; headers?: Record<string, string> } & Record<string, unknown>

/** Records what an officer's call to a village came to. */
export const recordCall = async (
  world: AlertWorld,
  alertId: string,
  code: string,
  { user = 'province', headers, ...body }: Call,
) =>
  (
    await world.api.ok(alertRoutes.recordAcknowledgement, {
      user,
      params: { alertId, code },
      body,
      headers: headers ?? newKey(),
    })
  ).body

/** Every record of a village. */
export const listCalls = async (world: AlertWorld, alertId: string, code: string, user = 'province') =>
  (await world.api.ok(alertRoutes.listAcknowledgements, { user, params: { alertId, code } })).body
    .acknowledgements

/** The call list as an officer reads it. */
export const readCallList = async (
  world: AlertWorld,
  alertId: string,
  { user = 'province', query = {} }: { user?: string; query?: Record<string, string> } = {},
) => (await world.api.ok(alertRoutes.getCallList, { user, params: { alertId }, query })).body

/** Villages of the list in its order, with why they are on it. */
export const listReasons = async (world: AlertWorld, alertId: string, user = 'province') =>
  (await readCallList(world, alertId, { user })).villages.map(({ village, reason }) => `${village} ${reason}`)
