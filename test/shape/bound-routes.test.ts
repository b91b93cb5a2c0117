import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoutes } from '../../shared/contracts/all-routes.ts'
import { problem } from '../../shared/contracts/problem.ts'
import { createAlertWorld } from '../support/alert-world.ts'
import type { createApiCaller } from '../support/call-api.ts'
import { startTables, type TestTables } from '../support/dynalite.ts'
import { startOperationsWorld, type OperationsWorld } from '../support/operations-world.ts'
import { startRosterWorld, type RosterWorld } from '../support/roster-world.ts'

let tables: TestTables
let roster: RosterWorld
let operations: OperationsWorld
let apis: Record<string, ReturnType<typeof createApiCaller>>
beforeAll(async () => {
  tables = await startTables()
  roster = await startRosterWorld()
  operations = await startOperationsWorld(tables)
  apis = {
    'alerts-api': createAlertWorld(tables).api,
    'roster-api': roster.api,
    'operations-api': operations.api,
  }
})
afterAll(async () => {
  await tables.stop()
  await roster.stop()
  await operations.stop()
})

const named = allRoutes.map((route) => [`${route.method} ${route.path}`, route] as const)

it.each(named)('%s is served by its function and by no other', async (_, route) => {
  const answers = await Promise.all(
    Object.entries(apis).map(async ([name, api]) => {
      // A stranger is refused by name where the route is there; where it is not, even they are told so.
      const { body = '' } = await api.callUnchecked(route, { user: 'stranger' })
      return [name, problem.parse(JSON.parse(body)).code]
    }),
  )

  expect(Object.fromEntries(answers)).toEqual({
    'alerts-api': route.function === 'alerts-api' ? 'not-a-user' : 'not-found',
    'roster-api': route.function === 'roster-api' ? 'not-a-user' : 'not-found',
    'operations-api': route.function === 'operations-api' ? 'not-a-user' : 'not-found',
  })
})
