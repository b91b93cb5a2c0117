import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import type { DeadLetterQueueName } from '../../shared/domain/dead-letter.ts'
import { newKey } from './alert-samples.ts'
import { buildUser } from './builders.ts'
import { startOperationsWorld, type OperationsWorld } from './operations-world.ts'
import { it as worldTest } from './world-test.ts'

const users = [
  buildUser({ id: 'national', roles: ['admin'], areas: ['LA'] }),
  buildUser({ id: 'of-1308', roles: ['admin'], areas: ['1308'] }),
  buildUser({ id: 'officer-la', roles: ['officer', 'viewer'], areas: ['LA'] }),
]

/** A test in a world whose dead letters it may look through. */
export const it = worldTest.extend<{ operations: OperationsWorld }>({
  operations: async ({ tables }, use) => {
    const operations = await startOperationsWorld(tables)
    await operations.seedUsers(users)
    await use(operations)
    await operations.stop()
  },
})

export const list = async ({ api }: OperationsWorld, user = 'national') =>
  (await api.ok(operationsRoutes.listDeadLetters, { user })).body

export const listQueue = async (
  operations: OperationsWorld,
  name: DeadLetterQueueName,
  user = 'national',
) => {
  const found = (await list(operations, user)).queues.find(({ queue }) => queue === name)
  if (found === undefined) throw new Error('every queue is listed')
  return found
}

export const redrive = async (
  { api }: OperationsWorld,
  body: { queue: DeadLetterQueueName; messageIds?: string[] },
  user = 'national',
) => (await api.ok(operationsRoutes.redriveDeadLetters, { user, body, headers: newKey() })).body

/** A message of a lane. */
export const send = (village: string, wave = 1) => ({
  schemaVersion: 1,
  alertId: 'alert-1',
  version: 1,
  district: village.slice(0, 4),
  village,
  wave,
})

/** Codes of so many villages. */
export const villages = (count: number) =>
  Array.from({ length: count }, (_, index) => String(1308001 + index))

/** What a handler throws whose words must stand nowhere. */
class TableDownError extends Error {
  override readonly name = 'TableDownError'
}
export const fails = async () => {
  throw new TableDownError('said of +856 20 55 123 456')
}
