import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import { createFailureLog, createFailureStore } from '../../../shared/store/failure-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { it } from '../../support/world-test.ts'

const startSeconds = 1_784_782_800

it('the failures of a message are counted, with the last error and when it first and last failed', async ({
  tables: { client },
}) => {
  const time = { nowMs: startSeconds * 1000 }
  const log = createFailureLog(client, alertsTable.name, 'send-sms', { nowMs: () => time.nowMs })

  await log([{ messageId: 'm1', errorName: 'TimeoutError' }], 1_000)
  time.nowMs += 60_000
  await log(
    [
      { messageId: 'm1', errorName: 'InternalServerError' },
      { messageId: 'm2', errorName: 'UnreadableBody' },
    ],
    1_000,
  )
  const found = await createFailureStore(client, alertsTable.name).findMany(['m1', 'm2', 'm3', 'm1'])

  expect(Object.fromEntries(found)).toEqual({
    m1: {
      messageId: 'm1',
      failures: 2,
      errorName: 'InternalServerError',
      firstFailedAtEpochSeconds: startSeconds,
      lastFailedAtEpochSeconds: startSeconds + 60,
    },
    m2: {
      messageId: 'm2',
      failures: 1,
      errorName: 'UnreadableBody',
      firstFailedAtEpochSeconds: startSeconds + 60,
      lastFailedAtEpochSeconds: startSeconds + 60,
    },
  })
})

it('the failures of a message outlive the message, and then go', async ({ tables: { client } }) => {
  const log = createFailureLog(client, alertsTable.name, 'send-sms', { nowMs: () => startSeconds * 1000 })

  await log([{ messageId: 'm1', errorName: 'TimeoutError' }], 1_000)

  const { Item } = await client.send(
    new GetCommand({ TableName: alertsTable.name, Key: { PK: 'FAILURE#m1', SK: 'FAILURE' } }),
  )
  expect(Item).toMatchObject({
    schemaVersion: 1,
    workedBy: 'send-sms',
    removeAtEpochSeconds: startSeconds + 16 * 24 * 3600,
  })
})

it('the failures of a message are given up where the table does not answer in time', async ({
  tables: { client },
}) => {
  const log = createFailureLog(client, 'no-such-table', 'send-sms', { nowMs: () => 0 })

  await expect(log([{ messageId: 'm1', errorName: 'TimeoutError' }], 0)).rejects.toThrow(/./)
})
