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
import { sampleRoster } from '../../../local/sample/sample-roster.ts'
import { startLocal, type LocalOptions, type LocalRun } from '../../../local/run.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { createFinder, readNumbers } from './roster-numbers.ts'
import type { Board } from '../../../local/demo/warn-areas.ts'

/** The whole stack on this machine, with seeded users and fresh data. */
export type Siang = LocalRun & {
  signIn: (username: string) => Promise<ApiClient>
  token: (username: string) => Promise<string>
  logs: () => Promise<string>
  /** Throws away every message that waits for a sender or the fan-out. */
  emptyQueues: () => Promise<void>
  /** Stops it, and throws where a log of the run holds a number of its roster. */
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
    logs: () => readLogs(dataFolder),
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
      try {
        await checkLogs(dataFolder)
      } finally {
        await rm(dataFolder, { recursive: true, force: true })
      }
    },
  }
}

const readLogs = async (dataFolder: string): Promise<string> => {
  const folder = join(dataFolder, 'logs')
  const files = await readdir(folder)
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n')
}

const checkLogs = async (dataFolder: string): Promise<void> => {
  const logged = (await readNumbers(sampleRoster)).filter(createFinder(await readLogs(dataFolder)))
  if (logged.length > 0) throw new Error(`${logged.length} numbers of the roster stand in the logs`)
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
