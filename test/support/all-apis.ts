import type { RouteDefinition } from '../../shared/contracts/routes.ts'
import type { User } from '../../shared/domain/user.ts'
import type { Village } from '../../shared/domain/village.ts'
import { createAlertWorld } from './alert-world.ts'
import type { createApiCaller } from './call-api.ts'
import { startTables } from './dynalite.ts'
import { startOperationsWorld } from './operations-world.ts'
import { startRosterWorld } from './roster-world.ts'

type Api = ReturnType<typeof createApiCaller>

/** Every HTTP function through its whole stack: the roster's on tables of its own, the others on the same. */
export type AllApis = Awaited<ReturnType<typeof startAllApis>>

export const startAllApis = async () => {
  const tables = await startTables()
  const [roster, operations] = await Promise.all([startRosterWorld(), startOperationsWorld(tables)])
  const alerts = createAlertWorld(tables)
  const apis: Readonly<Record<string, Api>> = {
    'alerts-api': alerts.api,
    'roster-api': roster.api,
    'operations-api': operations.api,
  } satisfies Record<RouteDefinition['function'], Api>

  return {
    tables,
    roster,
    operations,
    alerts,

    /** What the function of a route answers, held to the contract. */
    call: (route: RouteDefinition, request: Parameters<Api['call']>[1]) => {
      const api = apis[route.function]
      if (api === undefined)
        throw new Error(`test/support/all-apis.ts has no world for ${route.function}: add one`)
      return api.call(route, request)
    },

    seedUsers: async (users: readonly User[]): Promise<void> => {
      await Promise.all([roster.putUsers(users), alerts.seedUsers(users)])
    },

    seedVillages: async (villages: readonly Village[]): Promise<void> => {
      await Promise.all([roster.putVillages(villages), alerts.seedVillages(villages)])
    },

    stop: async (): Promise<void> => {
      await Promise.all([tables.stop(), roster.stop(), operations.stop()])
    },
  }
}
