import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { createApiClient } from '../../local/demo/api-client.ts'
import { importRoster } from '../../local/demo/import-roster.ts'
import { logIn } from '../../local/log-in.ts'
import { putSeedUsers } from '../../local/put-seed-users.ts'
import { startLocal } from '../../local/run.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { startStores } from '../../local/stores/start-stores.ts'
import { toIso } from '../../shared/clock.ts'

const run = promisify(execFile)

let dataFolder: string
let auditTable: string
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'siang-audit-'))
  const local = await startLocal({
    assemblyFolder: inject('assemblyFolder'),
    dataFolder,
    schedules: false,
  })
  await putSeedUsers(local)
  const { accessToken } = await logIn(local.issuerOrigin, 'admin')
  await importRoster(createApiClient(local.origin, accessToken), sampleRoster)
  await local.fire('tick')
  auditTable = local.tableName('audit')
  await local.stop()
})
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

/** Changes a row as somebody would who has the folder and no idea of hashes. */
const tamper = async (chain: string): Promise<void> => {
  const stores = await startStores(dataFolder, () => {})
  const bare = new DynamoDBClient({
    endpoint: stores.dynamodb.origin,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await DynamoDBDocumentClient.from(bare).send(
    new UpdateCommand({
      TableName: auditTable,
      Key: { chain, sequence: 3 },
      UpdateExpression: 'SET who = :who',
      ExpressionAttributeValues: { ':who': 'somebody-else' },
    }),
  )
  bare.destroy()
  await stores.stop()
}

const failure = z.object({ code: z.number(), stdout: z.string() })
const verify = async (): Promise<{ code: number; stdout: string }> => {
  try {
    const { stdout } = await run(process.execPath, ['scripts/audit-verify.ts', '--data', dataFolder])
    return { code: 0, stdout }
  } catch (error) {
    return failure.parse(error)
  }
}

it('the command finds a stopped run’s audit whole, and names the row that somebody changed', async () => {
  const untouched = await verify()
  const chain = `day#${toIso(Date.now()).slice(0, 10)}`
  await tamper(chain)
  const tampered = await verify()

  expect(untouched).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/\d+ rows in .* 1 anchors: 0 faults/),
  })
  expect(tampered.code).toBe(1)
  expect(tampered.stdout).toContain(`FAULT ${chain}: Row 3 was changed`)
})
