import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { test } from 'vitest'
import { alertsTable, rosterTable } from '../../shared/tables.ts'
import { alertUsers } from './alert-samples.ts'
import { createAlertWorld, type AlertWorld } from './alert-world.ts'
import { startTables, type TestTables } from './dynalite.ts'

/** A test that is given tables of its own, and a world on them with the alert tests' users and no village. */
export const it = test.extend<{ tables: TestTables; world: AlertWorld }>({
  tables: async ({ task: _task }, use) => {
    const tables = await startTables()
    await use(tables)
    await tables.stop()
  },
  world: async ({ tables }, use) => {
    const world = createAlertWorld(tables)
    await world.seedUsers(alertUsers)
    await use(world)
  },
})

/** How many items the tables hold. */
export const countItems = async ({ client }: TestTables): Promise<number> => {
  const pages = await Promise.all(
    [rosterTable, alertsTable].map(({ name }) =>
      client.send(new ScanCommand({ TableName: name, Select: 'COUNT' })),
    ),
  )
  return pages.reduce((sum, { Count = 0 }) => sum + Count, 0)
}
