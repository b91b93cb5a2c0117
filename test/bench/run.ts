import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createBench, type Bench } from './bench.ts'
import type { Measure } from './measure.ts'
import { measureBundles } from './measures/bundles.ts'
import { measureDistrict } from './measures/district.ts'
import { measurePaced } from './measures/paced.ts'
import { measureRequests } from './measures/requests.ts'
import { measureRoster } from './measures/roster.ts'
import { measureTenTimes } from './measures/ten-times.ts'
import { measureThroughput } from './measures/throughput.ts'

/** Groups of measures that share a run, by the name that `--only` takes. */
const groups: Readonly<Record<string, (bench: Bench) => Promise<Measure[]>>> = {
  bundles: measureBundles,
  roster: measureRoster,
  requests: measureRequests,
  throughput: measureThroughput,
  paced: measurePaced,
  district: measureDistrict,
  'ten-times': measureTenTimes,
}
const largeGroups = ['ten-times']

const usage = `Usage: npm run bench -- [--only NAME] [--json] [--large]
  --only   one of ${Object.keys(groups).join(', ')}
  --json   one line of JSON for each measure
  --large  also what takes long: ${largeGroups.join(', ')}`

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const lineOf = ({ name, value, unit, reference, goal, ok }: Measure): string => {
  const verdict = ok === null ? '     ' : ok ? 'ok   ' : 'MISS '
  const beside = reference === null ? [] : [`reference ${reference}`]
  const notes = [...(goal === null ? [] : [goal]), ...beside].join('; ')
  return `${verdict} ${name}: ${value} ${unit}${notes === '' ? '' : ` (${notes})`}`
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

const runGroup = async (bench: Bench, name: string, json: boolean): Promise<void> => {
  const loadBefore = load()
  const startedMs = Date.now()
  try {
    const measures = await groups[name]?.(bench)
    if (!json) {
      const seconds = Math.round((Date.now() - startedMs) / 1000)
      say(`\n${name} (${seconds} s, load before ${loadBefore}, after ${load()})`)
    }
    for (const measure of measures ?? []) say(json ? JSON.stringify(measure) : lineOf(measure))
  } catch (error) {
    // The other groups are worth having all the same.
    process.stderr.write(`\n${name} failed: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
    },
  })
  if (values.only !== undefined && groups[values.only] === undefined) throw new Error(`\n${usage}`)
  const names =
    values.only === undefined
      ? Object.keys(groups).filter((name) => values.large || !largeGroups.includes(name))
      : [values.only]
  const bench = await createBench()
  const end = (): void => {
    void bench.close().finally(() => process.exit(130))
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    // oxlint-disable-next-line no-await-in-loop -- one group at a time has the machine
    for (const name of names) await runGroup(bench, name, values.json)
  } finally {
    await bench.close()
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
