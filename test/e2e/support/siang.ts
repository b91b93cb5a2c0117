import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import { inject } from 'vitest'
import { createApiClient, type ApiClient } from '../../../local/demo/api-client.ts'
import { importRoster } from '../../../local/demo/import-roster.ts'
import { logIn } from '../../../local/log-in.ts'
import { putSeedUsers } from '../../../local/put-seed-users.ts'
import { startLocal, type LocalOptions, type LocalRun } from '../../../local/run.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Board } from '../../../local/demo/warn-areas.ts'

/** The whole stack on this machine, with seeded users and fresh data. */
export type Siang = LocalRun & {
  signIn: (username: string) => Promise<ApiClient>
  token: (username: string) => Promise<string>
  logs: () => Promise<string>
  /** Throws away every message that waits for a sender or the fan-out. */
  emptyQueues: () => Promise<void>
  end: () => Promise<void>
}

/** Tests that are not about receipts hold the board against what the gateway accepted. */
const silentCarriers: NonNullable<LocalOptions['sms']>['receipts'] = [{ phonePrefix: '+', outcome: 'none' }]

export const startSiang = async (
  options: Partial<Pick<LocalOptions, 'environment' | 'sms'>> & { roster?: string } = {},
): Promise<Siang> => {
  const { roster, ...local } = options
  const dataFolder = await mkdtemp(join(tmpdir(), 'siang-e2e-'))
  const run = await startLocal({
    assemblyFolder: inject('assemblyFolder'),
    dataFolder,
    schedules: false,
    sms: { receipts: silentCarriers },
    ...local,
  })
  await putSeedUsers(run)
  const token = async (username: string) => (await logIn(run.issuerOrigin, username)).accessToken
  const signIn = async (username: string) => createApiClient(run.origin, await token(username))
  if (roster !== undefined) await importRoster(await signIn('admin'), roster)
  return {
    ...run,
    signIn,
    token,
    logs: async () => {
      const folder = join(dataFolder, 'logs')
      const texts = await Promise.all(
        (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
      )
      return texts.join('\n')
    },
    emptyQueues: async () => {
      const client = new SQSClient({
        endpoint: run.endpoints.sqs,
        region: 'local',
        useQueueUrlAsEndpoint: false,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      })
      const names = ['fan-out-urgent', 'fan-out-routine', 'first', 'urgent', 'routine']
      await Promise.all(
        names.map((name) => client.send(new PurgeQueueCommand({ QueueUrl: run.queueUrl(name) }))),
      )
      client.destroy()
    },
    end: async () => {
      await run.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Asks until it holds; throws with the last answer when time is up. */
export const until = async <Value>(
  ask: () => Promise<Value>,
  isDone: (value: Value) => boolean,
  mostSeconds: number,
): Promise<Value> => {
  const endsAtMs = Date.now() + mostSeconds * 1000
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks again after a pause
    const value = await ask()
    if (isDone(value)) return value
    if (Date.now() > endsAtMs)
      throw new Error(`not within ${mostSeconds} s: ${JSON.stringify(value).slice(0, 500)}`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(200)
  }
}

/** The board once the version is completed. */
export const completedBoard = (call: ApiClient, alertId: string, mostSeconds = 40): Promise<Board> =>
  until(
    () => call(alertRoutes.getBoard, { params: { alertId } }),
    ({ state }) => state === 'completed',
    mostSeconds,
  )
