import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pMap from 'p-map'
import { synthesize } from '../../local/synthesize.ts'
import { matrixPlans, randomPlan, type RoundPlan } from './crash-plans.ts'
import { startCrashWorld, type CrashWorld } from './crash-world.ts'
import { playStories } from './deaths/play-stories.ts'
import { createPlayer, type Player, type RoundResult } from './play-round.ts'
import { detailsOf, rowOf, sumOf, textOf, type Row } from './report.ts'

const usage = `Usage: npm run crash-matrix -- [--only NAME] [--json] [--seed N] [--kills N] [--keep]
  --only   matrix, random, stories, or the beginning of a cell's name, for instance before-claim.thread
  --json   one line of JSON for each round and sum
  --seed   where seeds begin (1); the same seed repeats the same plan
  --kills  how many random kills (500)
  --worlds how many stacks play rounds side by side (3)
  --every  stories: a death at each so-many-th write (1)
  --keep   keeps the logs, and says where`

const faultPercent = 20

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

type Settings = { only: string | undefined; json: boolean; seed: number; kills: number }

const cellsOf = ({ only, seed }: Settings): RoundPlan[] => {
  const all = matrixPlans(seed, faultPercent)
  if (only === undefined || only === 'matrix') return all
  if (only === 'random') return []
  const cells = all.filter(({ name }) => name.startsWith(only))
  if (cells.length === 0) throw new Error(`\n${usage}`)
  return cells
}

/** A world with its player; several take turns at the rounds, since most of a round is waiting for leases. */
type Place = { world: CrashWorld; player: Player }

const openPlaces = async (count: number, keep: boolean): Promise<Place[]> => {
  const assembly = await synthesize('test', join(import.meta.dirname, '../../.data/assemblies'))
  return pMap(Array.from({ length: count }), async () => {
    const world = await startCrashWorld(assembly, keep)
    return { world, player: await createPlayer(world) }
  })
}

const isRandomPlan = ({ name }: RoundPlan): boolean => name.startsWith('random.')

/** Plays the plans wherever a place is free, in their order, until enough was killed. */
const playIn = async (
  places: readonly Place[],
  next: (killsAtRandom: number) => RoundPlan | undefined,
  tell: (row: Row) => void,
): Promise<RoundResult[]> => {
  const results: RoundResult[] = []
  const killsSoFar = () =>
    results.reduce((sum, { plan, kills }) => sum + (isRandomPlan(plan) ? kills.length : 0), 0)
  const work = async ({ player }: Place): Promise<void> => {
    for (let plan = next(killsSoFar()); plan !== undefined; plan = next(killsSoFar())) {
      // oxlint-disable-next-line no-await-in-loop -- one round at a time in a world
      const result = await player.play(plan)
      results.push(result)
      tell(rowOf(result))
      if (!result.verdict.ok) process.stderr.write(`${detailsOf(result)}\n`)
    }
  }
  await Promise.all(places.map(work))
  return results
}

const playAll = async (places: readonly Place[], settings: Settings): Promise<Row[]> => {
  const tell = (row: Row): void => {
    say(settings.json ? JSON.stringify(row) : textOf(row))
  }
  const cells = cellsOf(settings)
  let seed = settings.seed - 1
  const isRandom = settings.only === undefined || settings.only === 'random'
  const played = await playIn(
    places,
    (killsAtRandom) => {
      const cell = cells.shift()
      if (cell !== undefined) return cell
      return isRandom && killsAtRandom < settings.kills ? randomPlan((seed += 1), faultPercent) : undefined
    },
    tell,
  )
  const random = played.filter(({ plan }) => isRandomPlan(plan))
  const matrix = played.filter(({ plan }) => !isRandomPlan(plan))
  const again = await Promise.all(places.map(({ player }) => player.judgeAgain()))
  const sums = [
    ...(matrix.length > 1 ? [sumOf('matrix', matrix)] : []),
    ...(random.length > 1 ? [sumOf('random', random)] : []),
    { ...sumOf('all, looked at once more', played), ok: again.every(({ ok }) => ok) },
  ]
  for (const row of sums) tell(row)
  for (const { faults } of again.filter(({ ok }) => !ok)) process.stderr.write(`${JSON.stringify(faults)}\n`)
  return sums
}

const closeAll = async (places: readonly Place[]): Promise<void> => {
  for (const { player } of places) player.close()
  await Promise.all(places.map(({ world }) => world.close()))
}

const inWorlds = async (settings: Settings, worlds: number, keep: boolean): Promise<void> => {
  const startedMs = Date.now()
  const places = await openPlaces(worlds, keep)
  const end = (): void => {
    void closeAll(places).finally(() => process.exit(130))
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    const rows = await playAll(places, settings)
    if (rows.some(({ ok }) => !ok)) process.exitCode = 1
  } finally {
    await closeAll(places)
    if (keep) say(`logs: ${places.map(({ world }) => world.logFolder).join(' ')}`)
  }
  if (!settings.json) say(`${Math.round((Date.now() - startedMs) / 1000)} s in all`)
}

/** What the senders are not: requests, `tick` and fan-outs that die, on tables in this process. */
const inStories = async (every: number, json: boolean): Promise<void> => {
  const isFine = await playStories(every, {
    row: (row, text) => {
      say(json ? JSON.stringify(row) : text)
    },
    detail: (text) => {
      process.stderr.write(`${text}\n`)
    },
  })
  if (!isFine) process.exitCode = 1
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '500' },
      worlds: { type: 'string', default: '3' },
      every: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
    },
  })
  const [seed, kills, worlds] = [Number(values.seed), Number(values.kills), Number(values.worlds)]
  const every = Number(values.every)
  if (![seed, kills, worlds, every].every(Number.isSafeInteger)) throw new Error(`\n${usage}`)
  const { only, json } = values
  if (only === undefined || only === 'stories') await inStories(Math.max(1, every), json)
  if (only !== 'stories') await inWorlds({ only, json, seed, kills }, Math.max(1, worlds), values.keep)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
