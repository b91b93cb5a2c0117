import { createPick } from '../support/create-pick.ts'
import {
  killModes,
  killSteps,
  takeoverSteps,
  type KillMode,
  type KillOrder,
  type KillStep,
} from './kill-orders.ts'
import { disturbances, type Disturbance } from './queue-shaker.ts'

/** One round: two alerts are issued, and so much goes wrong until both are done. */
export type RoundPlan = {
  name: string
  /** Arguments that play it again. */
  repeat: string
  seed: number
  faultPercent: number
  disturbances: readonly Disturbance[]
  /** The account's rate; 0 is unlimited. */
  smsPerSecond: number
  urgentAreas: readonly string[]
  routineAreas: readonly string[]
  kills: readonly KillOrder[]
}

type Pick = (count: number) => number

const oneOf = <Item>(items: readonly [Item, ...Item[]], pick: Pick): Item =>
  items[pick(items.length)] ?? items[0]

/** How often about a step is come to in a round of one district, which is the least there is. */
const timesOf: Readonly<Record<KillStep, number>> = {
  'before-claim': 40,
  'after-claim': 40,
  'after-publish': 16,
  'before-settle': 40,
  'after-settle': 40,
  'before-delete': 9,
  'before-takeover': 4,
  'after-takeover': 4,
}

const publishesOf = (step: KillStep, pick: Pick): { publishes?: number } =>
  step === 'after-publish' ? { publishes: 1 + pick(3) } : {}

const killsPerCell = 3

/** The step comes early, in the middle and late. */
const ordersOf = (step: KillStep, mode: KillMode, pick: Pick): KillOrder[] =>
  Array.from({ length: killsPerCell }, (_, part) => {
    const span = Math.floor((timesOf[step] * 0.8) / killsPerCell)
    return { mode, step, occurrence: 1 + part * span + pick(span), ...publishesOf(step, pick) }
  })

/** Every step, thread and process, each by itself and with each disturbance of the queues under faults. */
export const matrixPlans = (seed: number, faultPercent: number): RoundPlan[] => {
  const cells = killSteps.flatMap((step) =>
    (['thread', 'process'] as const).flatMap((mode) =>
      ([undefined, ...disturbances] as const).map((disturbance) => ({ step, mode, disturbance })),
    ),
  )
  return cells.map(({ step, mode, disturbance }, index) => {
    const name = `${step}.${mode}.${disturbance ?? 'calm'}`
    const ownSeed = seed * 1000 + index
    const pick = createPick(ownSeed)
    return {
      name,
      repeat: `--only ${name} --seed ${seed}`,
      seed: ownSeed,
      faultPercent: disturbance === undefined ? 0 : faultPercent,
      disturbances: disturbance === undefined ? [] : [disturbance],
      smsPerSecond: 0,
      urgentAreas: ['1308'],
      routineAreas: ['1310'],
      kills: ordersOf(step, mode, pick),
    }
  })
}

/** Invocations that hang cost their whole time limit, so they are rarer. */
const drawnModes = ['thread', 'thread', 'thread', 'process', 'process', ...killModes] as const
const limitSteps: ReadonlySet<KillStep> = new Set(['after-claim', 'after-publish', 'after-settle'])
const drawnSteps = [...killSteps, 'before-takeover', 'after-takeover'] as const satisfies readonly [
  ...typeof killSteps,
  ...typeof takeoverSteps,
]

const drawKill = (pick: Pick): KillOrder => {
  const step = oneOf(drawnSteps, pick)
  const mode = oneOf(drawnModes, pick)
  return {
    mode: mode === 'limit' && !limitSteps.has(step) ? 'thread' : mode,
    step,
    occurrence: 1 + pick(timesOf[step]),
    ...publishesOf(step, pick),
  }
}

const killsPerRound = 12
const roundsAtOnePace = 5
const limitedSmsPerSecond = 100

/** Random kills, steps, faults and disturbances; one in four rounds is without faults. */
export const randomPlan = (seed: number, faultPercent: number): RoundPlan => {
  const pick = createPick(seed)
  return {
    name: `random.${seed}`,
    repeat: `--only random --seed ${seed} --kills 1`,
    seed,
    faultPercent: pick(4) === 0 ? 0 : faultPercent,
    disturbances: disturbances.filter(() => pick(2) === 0),
    smsPerSecond: Math.floor(seed / roundsAtOnePace) % 2 === 0 ? 0 : limitedSmsPerSecond,
    urgentAreas: ['1308', '1309'],
    routineAreas: ['1310'],
    kills: Array.from({ length: killsPerRound }, () => drawKill(pick)),
  }
}
