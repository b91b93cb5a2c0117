import type { Village } from '../../shared/domain/village.ts'
import type { SendOutcome } from '../../shared/gateway/sms-gateway.ts'
import type { AlertWorld } from './alert-world.ts'
import { failOnce } from './fail-once.ts'

const kinds = ['throttled', 'failed', 'rejected', 'unknown', 'opted-out'] as const

/** Gives every number up to two bad answers before it is accepted. */
export const planAnswers = (
  world: AlertWorld,
  villages: readonly Village[],
  pick: (count: number) => number,
) => {
  const phones = new Set(villages.flatMap(({ members }) => members.map(({ phone }) => phone)))
  for (const phone of phones) {
    const answers = Array.from(
      { length: pick(3) },
      (): SendOutcome => ({ kind: kinds[pick(kinds.length)] ?? 'failed', code: 'Made' }),
    )
    world.phones.answer(phone, ...answers)
  }
}

/** Lets the next call of some step fail, before or after it did its work. */
export const breakSomething = ({ deps }: AlertWorld, pick: (count: number) => number): void => {
  const when = pick(2) === 0 ? 'before' : 'after'
  const breaks = [
    () => failOnce(deps.dispatches, 'change', when, pick(3)),
    () => failOnce(deps.dispatches, 'create', when),
    () => failOnce(deps.dispatches, 'mirror', when),
    () => failOnce(deps.dispatches, 'findMany', when),
    () => failOnce(deps.dispatches, 'listDistrict', when),
    () => failOnce(deps.progress, 'createDistrict', when),
    () => failOnce(deps.progress, 'markVillages', when),
    () => failOnce(deps.progress, 'closeDistrict', when),
    () => failOnce(deps.progress, 'openSecondWave', when),
    () => failOnce(deps.progress, 'end', when),
    () => failOnce(deps.lanes.first, 'send', when),
    () => failOnce(deps.lanes.urgent, 'send', when),
    () => failOnce(deps.fanOutQueues.urgent, 'send', when),
    () => failOnce(deps.smsIndex, 'put', when),
    () => failOnce(deps.alerts, 'findVersion', when),
  ]
  breaks[pick(breaks.length)]?.()
}

/** Loses a message, or doubles those of one queue. */
export const shakeQueues = (world: AlertWorld, pick: (count: number) => number): void => {
  const queues: { sent: object[] }[] = [...Object.values(world.fanOut), ...Object.values(world.lanes)]
  const filled = queues.filter(({ sent }) => sent.length > 0)
  const queue = filled[pick(filled.length)]
  if (queue === undefined) return
  if (pick(2) === 0) queue.sent.splice(pick(queue.sent.length), 1)
  else if (queue.sent.length < 8) queue.sent.push(...queue.sent.map((entry) => ({ ...entry })))
}

/** Works the alert off while steps fail, messages are lost and doubled, and several functions run at once. */
export const workInChaos = async (world: AlertWorld, pick: (count: number) => number): Promise<void> => {
  for (let steps = 0; steps < 40; steps += 1) {
    const what = pick(5)
    if (what <= 1) breakSomething(world, pick)
    if (what === 2) shakeQueues(world, pick)
    const atOnce = what === 3 ? 3 : 1
    // oxlint-disable-next-line no-await-in-loop -- step by step, sometimes several at once
    await Promise.all([
      ...Array.from({ length: atOnce }, () => world.worker.stepAnywhere(pick)),
      what === 4 ? world.tickAfter(pick(60)) : undefined,
    ])
  }
}
