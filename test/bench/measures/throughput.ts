import { request } from 'node:http'
import type { LocalRun } from '../../../local/run.ts'
import { createAlertDriver, type AlertDriver, type Issued } from '../alert-driver.ts'
import { publishBare } from '../bare-loops.ts'
import type { Bench } from '../bench.ts'
import { nationalVillages } from '../bench-roster.ts'
import { atLeast, atLeastTimes, atMost, atMostTimes, told, type Measure } from '../measure.ts'
import { firstOfEach, percentile } from '../statistics.ts'

const membersEach = 10
const barePublishes = 10_000
const boardReads = 20

/** Reads the board as a browser does; answers with how long it took and what came over the wire. */
const readBoard = (run: LocalRun, { accessToken }: AlertDriver, { alertId }: Issued) =>
  new Promise<{ milliseconds: number; bytes: number }>((resolve, reject) => {
    const startedMs = performance.now()
    const outgoing = request(
      `${run.origin}/v1/alerts/${alertId}/villages`,
      { headers: { authorization: `Bearer ${accessToken}`, 'accept-encoding': 'gzip' } },
      (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 200) resolve({ milliseconds: performance.now() - startedMs, bytes })
          else reject(new Error(`the board answered ${response.statusCode}`))
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })

const measureBoard = async (run: LocalRun, driver: AlertDriver, issued: Issued): Promise<Measure[]> => {
  const reads: { milliseconds: number; bytes: number }[] = []
  for (let read = 0; read < boardReads; read += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one person looks at a time
    reads.push(await readBoard(run, driver, issued))
  }
  const slow = percentile(
    reads.map(({ milliseconds }) => milliseconds),
    95,
  )
  return [
    atMost({ name: `board of the national alert, p95 of ${boardReads}`, value: slow, unit: 'ms' }, 300),
    atMost(
      {
        name: 'board of the national alert on the wire, gzip',
        value: Math.max(...reads.map(({ bytes }) => bytes)) / 1024,
        unit: 'KB',
      },
      300,
    ),
  ]
}

/** A national alert at an unlimited rate, against a loop that only publishes; then its board. */
export const measureThroughput = async (bench: Bench): Promise<Measure[]> => {
  const { roster, dataFolder } = await bench.roster(nationalVillages, membersEach)
  const run = await bench.start(dataFolder, { schedules: true, environment: { SMS_PER_SECOND: '0' } })
  const driver = await createAlertDriver(run, roster)
  try {
    const bare = await publishBare(run.endpoints.sns, barePublishes)
    const cpuBefore = await bench.usage.cpuSeconds()
    const issued = await driver.issue(roster.provinces)
    await driver.completed(issued, 300)
    const cpuSeconds = (await bench.usage.cpuSeconds()) - cpuBefore
    const handedOver = driver.handedOver(issued)
    const times = handedOver.map(({ atMs }) => atMs)
    const firstTimes = [...firstOfEach(handedOver).values()]
    const lastMs = times.reduce((last, atMs) => Math.max(last, atMs), 0)
    const firstWaveEndsMs = Math.max(...firstTimes)
    const endToEnd = {
      name: `SMS/s end to end, unlimited, ${times.length} SMS`,
      value: (times.length * 1000) / (lastMs - issued.issuedAtMs),
      unit: 'SMS/s',
      reference: bare.perSecond,
    }
    return [
      atLeast(endToEnd, 900),
      atLeastTimes({ ...endToEnd, name: 'the same against the bare loop' }, 0.35),
      told({
        name: 'of this the first wave',
        value: (firstTimes.length * 1000) / (firstWaveEndsMs - issued.issuedAtMs),
        unit: 'SMS/s',
      }),
      told({
        name: 'of this the second wave',
        value: ((times.length - firstTimes.length) * 1000) / (lastMs - firstWaveEndsMs),
        unit: 'SMS/s',
      }),
      atMostTimes(
        {
          name: 'CPU of the functions for an SMS',
          value: (cpuSeconds * 1000) / times.length,
          unit: 'ms',
          reference: bare.cpuSecondsEach * 1000,
        },
        2,
      ),
      ...(await measureBoard(run, driver, issued)),
    ]
  } finally {
    driver.close()
    await bench.end(run)
  }
}
