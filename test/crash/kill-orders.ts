import type { Call } from './recognise-call.ts'

/** Where in its work a sender dies. */
export const killSteps = [
  'before-claim',
  'after-claim',
  'after-publish',
  'before-settle',
  'after-settle',
  'before-delete',
] as const
/** Where it takes over from one that died; only random kills come here. */
export const takeoverSteps = ['before-takeover', 'after-takeover'] as const
export type KillStep = (typeof killSteps)[number] | (typeof takeoverSteps)[number]

/** `limit`: the answer never comes, and the time limit of the invocation ends the thread. */
export const killModes = ['thread', 'process', 'limit'] as const
export type KillMode = (typeof killModes)[number]

/** Kill at the `occurrence`-th such step; `publishes` of the claim have gone out then (after-publish alone). */
export type KillOrder = { mode: KillMode; step: KillStep; occurrence: number; publishes?: number }

export const describeOrder = ({ mode, step, occurrence, publishes }: KillOrder): string =>
  `${mode} ${step}${publishes === undefined ? '' : ` ${publishes}`} #${occurrence}`

/** What is known of a call: whether its lease is the caller's own, and a publish's place in its claim. */
export type Circumstances = { isOwn: boolean; publishes: number }
type Phase = 'before' | 'after'

const stepOf = (call: Call, phase: Phase, isOwn: boolean): KillStep | undefined => {
  switch (call.kind) {
    case 'claim':
      return phase === 'before' ? 'before-claim' : 'after-claim'
    case 'settle':
      if (!isOwn) return phase === 'before' ? 'before-takeover' : 'after-takeover'
      return phase === 'before' ? 'before-settle' : 'after-settle'
    case 'publish':
      return phase === 'after' ? 'after-publish' : undefined
    case 'delete':
      return phase === 'before' ? 'before-delete' : undefined
    case 'receive':
    case 'queue':
    case 'other':
      return undefined
    default:
      return call satisfies never
  }
}

/** Orders that wait for their step, each counting for itself. */
export const createArmory = () => {
  let waiting: { order: KillOrder; met: number }[] = []
  return {
    arm: (orders: readonly KillOrder[]): void => {
      waiting = orders.map((order) => ({ order, met: 0 }))
    },
    left: (): number => waiting.length,
    /** The order that this step carries out, if any. */
    meet: (call: Call, phase: Phase, { isOwn, publishes }: Circumstances): KillOrder | undefined => {
      const step = stepOf(call, phase, isOwn)
      const met = waiting.filter(
        ({ order }) =>
          order.step === step && (order.publishes === undefined || order.publishes === publishes),
      )
      for (const one of met) one.met += 1
      const due = met.find((one) => one.met >= one.order.occurrence)
      waiting = waiting.filter((one) => one !== due)
      return due?.order
    },
  }
}
