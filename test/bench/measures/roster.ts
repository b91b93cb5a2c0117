import { gzipSync } from 'node:zlib'
import { createApiClient, type ApiClient } from '../../../local/demo/api-client.ts'
import { logIn } from '../../../local/log-in.ts'
import { putSeedUsers } from '../../../local/put-seed-users.ts'
import type { LocalRun } from '../../../local/run.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { putBare } from '../bare-loops.ts'
import type { Bench } from '../bench.ts'
import { createBenchRoster, nationalVillages, toCsv } from '../bench-roster.ts'
import { describeFunctions, queueUrlOf } from '../describe-functions.ts'
import { invokeAlone, type Invoked } from '../invoke-alone.ts'
import { atMost, atMostTimes, type Measure } from '../measure.ts'

const membersEach = 10
const megabyte = 2 ** 20

const seconds = ({ milliseconds }: Invoked): number => milliseconds / 1000

/** Where the API's messages go instead of to the worker of the run: the bench invokes that itself. */
const unwatchedQueue = 'imports-dead'

const upload = async (call: ApiClient, bytes: Buffer): Promise<string> => {
  const created = await call(rosterRoutes.createImport, {
    body: { fileName: 'national.csv.gz', contentType: 'application/gzip', sizeBytes: bytes.length },
  })
  const { url, method, headers } = created.upload
  const put = await fetch(url, { method, headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`the upload was refused: HTTP ${put.status}`)
  return created.import.id
}

/** Runs one job of an import in a process of its own, until it is done. */
const runJob = async (
  bench: Bench,
  run: LocalRun,
  call: ApiClient,
  importId: string,
  job: 'plan' | 'apply',
): Promise<Invoked> => {
  const worker = describeFunctions(bench.assemblyFolder, run).find(({ name }) => name === 'roster-import')
  if (worker === undefined) throw new Error('there is no function roster-import')
  const total: Invoked = { milliseconds: 0, peakMemoryBytes: 0 }
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a job that ran short of time is gone on with
    const invoked = await invokeAlone(worker, {
      Records: [
        {
          messageId: '1',
          body: JSON.stringify({ schemaVersion: 1, job, importId }),
          attributes: { ApproximateReceiveCount: '1' },
        },
      ],
    })
    total.milliseconds += invoked.milliseconds
    total.peakMemoryBytes = Math.max(total.peakMemoryBytes, invoked.peakMemoryBytes)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const { state } = await call(rosterRoutes.getImport, { params: { importId } })
    if (state === 'planned' || state === 'applied') return total
    if (state !== 'planning' && state !== 'applying') throw new Error(`the import is ${state}`)
  }
}

const planFile = async (bench: Bench, run: LocalRun, call: ApiClient, bytes: Buffer) => {
  const importId = await upload(call, bytes)
  await call(rosterRoutes.planImport, { params: { importId }, body: {} })
  return { importId, planned: await runJob(bench, run, call, importId, 'plan') }
}

/** A national roster: planned, applied, and planned again, each in a process of its own that starts cold. */
export const measureRoster = async (bench: Bench): Promise<Measure[]> => {
  const run = await bench.start(undefined, {
    schedules: false,
    environment: { IMPORTS_QUEUE_URL: queueUrlOf(bench.assemblyFolder, unwatchedQueue) },
  })
  try {
    await putSeedUsers(run)
    const call = createApiClient(run.origin, (await logIn(run.issuerOrigin, 'admin')).accessToken)
    const bytes = gzipSync(toCsv(createBenchRoster(nationalVillages, membersEach)))
    const first = await planFile(bench, run, call, bytes)
    await call(rosterRoutes.applyImport, { params: { importId: first.importId } })
    const applied = await runJob(bench, run, call, first.importId, 'apply')
    const again = await planFile(bench, run, call, bytes)
    const bare = await putBare(run.endpoints.dynamodb, run.tableName('roster'), nationalVillages)
    const members = nationalVillages * membersEach
    const memory = Math.max(
      ...[first.planned, applied, again.planned].map(({ peakMemoryBytes }) => peakMemoryBytes),
    )
    return [
      atMost({ name: `plan of a roster of ${members} members`, value: seconds(first.planned), unit: 's' }, 5),
      atMost({ name: 'plan of the same again', value: seconds(again.planned), unit: 's' }, 8),
      atMostTimes(
        {
          name: 'apply, against bare conditional PutItem',
          value: seconds(applied),
          unit: 's',
          reference: nationalVillages / bare.perSecond,
        },
        1.5,
      ),
      atMost({ name: 'peak memory of the process', value: memory / megabyte, unit: 'MB' }, 512),
    ]
  } finally {
    await bench.end(run)
  }
}
