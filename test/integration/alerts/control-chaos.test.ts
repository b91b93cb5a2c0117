import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Dispatch, Recipient } from '../../../shared/domain/dispatch.ts'
import { createAlertStore, type AlertStore } from '../../../shared/store/alert-store.ts'
import { createDispatchStore, type DispatchStore } from '../../../shared/store/dispatch-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { breakSomething, planAnswers, shakeQueues } from '../../support/chaos.ts'
import { recover, resendFailed, resumeAlert, stopAlert } from '../../support/control.ts'
import { createPick } from '../../support/create-pick.ts'
import { startTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'

type Pick = (count: number) => number
type Run = {
  world: AlertWorld
  /** Stores of the test's own, which never fail. */
  seen: { alerts: AlertStore; dispatches: DispatchStore }
  alertId: string
  pick: Pick
  notArrived: Set<string>
}

const codes = ['1308001', '1308002', '1308003', '1309001', '1309002']
const notDelivered = 'Unknown error attempting to reach phone'

const dispatchesOf = async ({ seen, alertId }: Run): Promise<Dispatch[]> => {
  const districts = ['1308', '1309'].map((district) =>
    seen.dispatches.listDistrict({ alertId, version: 1, district }),
  )
  return (await Promise.all(districts)).flat()
}
const recipientsOf = async (run: Run): Promise<Recipient[]> =>
  (await dispatchesOf(run)).flatMap(({ recipients }) => recipients)

/** A carrier says something of some SMS that went out. */
const takeSomeReceipt = async (run: Run): Promise<void> => {
  const known = (await recipientsOf(run)).filter(({ gatewayMessageId }) => gatewayMessageId !== undefined)
  const one = known[run.pick(Math.max(1, known.length))]
  if (one?.gatewayMessageId === undefined) return
  const isBad = run.pick(2) === 0
  if (isBad) run.notArrived.add(one.phone)
  const record = deliveryRecord(one.gatewayMessageId, isBad ? notDelivered : undefined)
  await takeReceipts(run.world, record)
}

/** Lets a step of what people do fail once, before or after it was done. */
const breakControl = ({ world: { deps }, pick }: Run): void => {
  const when = pick(2) === 0 ? 'before' : 'after'
  const breaks = [
    () => failOnce(deps.control, 'stop', when),
    () => failOnce(deps.control, 'resume', when),
    () => failOnce(deps.control, 'resend', when),
    () => failOnce(deps.halts, 'halt', when),
    () => failOnce(deps.halts, 'release', when),
    () => failOnce(deps.progress, 'reopenVillages', when),
    () => failOnce(deps.progress, 'closeResend', when),
    () => failOnce(deps.progress, 'postpone', when),
  ]
  breaks[pick(breaks.length)]?.()
}

const states = [undefined, ['rejected'], ['in-doubt'], ['rejected', 'undelivered', 'in-doubt']] as const

/** What people and the world do meanwhile. A refusal is an answer too. */
const act = async (run: Run): Promise<unknown> => {
  const { world, alertId, pick } = run
  const acts = [
    () => stopAlert(world, alertId),
    () => resumeAlert(world, alertId),
    () => resendFailed(world, alertId, states[pick(states.length)]),
    () => Promise.all([resendFailed(world, alertId), stopAlert(world, alertId)]),
    () => Promise.all([resumeAlert(world, alertId), world.tickAfter(1)]),
    () => takeSomeReceipt(run),
    () => world.tickAfter(pick(130)),
    () => world.api.ok(alertRoutes.stopAccount, { user: 'admin', body: { reason: 'Wait' } }),
    () => world.api.ok(alertRoutes.resumeAccount, { user: 'admin' }),
  ]
  return (acts[pick(acts.length)] ?? acts[0])?.().catch(() => undefined)
}

const workWhileStopped = async (run: Run): Promise<void> => {
  const { world, alertId, pick, seen } = run
  const isStopped = (await seen.alerts.findVersion(alertId, 1))?.state === 'stopped'
  // What was in a sender's hands when it was stopped has gone out after two seconds.
  if (isStopped) world.time.nowMs += 2000
  const before = world.phones.outbox.length
  await world.worker.stepAnywhere(pick)
  if (isStopped) expect(world.phones.outbox).toHaveLength(before)
}

const disturb = async (run: Run): Promise<void> => {
  for (let steps = 0; steps < 40; steps += 1) {
    const what = run.pick(6)
    if (what === 0) breakSomething(run.world, run.pick)
    if (what === 1) breakControl(run)
    if (what === 2) shakeQueues(run.world, run.pick)
    // oxlint-disable-next-line no-await-in-loop -- step by step
    if (what >= 3) await Promise.all([act(run), run.world.worker.stepAnywhere(run.pick)])
    // oxlint-disable-next-line no-await-in-loop -- as above
    else await workWhileStopped(run)
  }
}

/** Lifts whatever was stopped and lets the tick look until nothing is left. */
const finish = async ({ world, alertId }: Run): Promise<void> => {
  vi.restoreAllMocks()
  await world.api.ok(alertRoutes.resumeAccount, { user: 'admin' })
  await resumeAlert(world, alertId).catch(() => undefined)
  await recover(world, 14)
}

const checkRecipient = (
  { world, notArrived }: Run,
  { phone, state, possibleDuplicate, resent }: Recipient & { resent: boolean },
): void => {
  const times = world.phones.outbox.filter((sms) => sms.phone === phone).length
  const seen = { state, times, possibleDuplicate, resent }
  expect(seen).toMatchObject({
    state: expect.stringMatching(/^(accepted|delivered|undelivered|rejected|in-doubt)$/),
  })
  if (state === 'accepted' || state === 'delivered') expect(seen.times).toBeGreaterThanOrEqual(1)
  // More than one only where the first is in doubt, or surely did not arrive and a person wished for another.
  const mayBeTwice = possibleDuplicate || (notArrived.has(phone) && resent)
  if (!mayBeTwice) expect(seen.times).toBeLessThanOrEqual(1)
}

const oneRun = async (drawn: { seed: number; batchSize: number; kind: string }): Promise<void> => {
  const tables = await startTables()
  try {
    const world = createAlertWorld(tables, {}, drawn.batchSize)
    const pick = createPick(drawn.seed)
    const villages = codes.map((code) => villageWith(code, 1 + pick(3)))
    await world.seedUsers(alertUsers)
    await world.seedVillages(villages)
    planAnswers(world, villages, pick)
    const alertId = await issueAlert(world, { areas: ['1308', '1309'], kind: drawn.kind, level: 'prepare' })
    const seen = {
      alerts: createAlertStore(tables.client, alertsTable.name),
      dispatches: createDispatchStore(tables.client, alertsTable.name),
    }
    const run: Run = { world, seen, alertId, pick, notArrived: new Set() }

    await disturb(run)
    await finish(run)

    const recipients = await recipientsOf(run)
    expect(recipients).toHaveLength(villages.reduce((sum, { members }) => sum + members.length, 0))
    for (const one of recipients) checkRecipient(run, { ...one, resent: one.attemptsBefore !== undefined })
    const isInDoubt = recipients.some(({ state }) => state === 'in-doubt')
    const version = await world.alerts.findVersion(alertId, 1)
    expect(version?.state).toBe(isInDoubt ? 'dispatching' : 'completed')
    expect(await world.halts.find()).toMatchObject({ accountStop: undefined, versions: new Set() })
  } finally {
    await tables.stop()
  }
}

test('however people stop, resume and resend while things die, nobody is lost and nobody twice unmarked', {
  timeout: 120_000,
}, async () => {
  const scenario = fc.record({
    seed: fc.integer(),
    batchSize: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom('flood', 'preparedness'),
  })
  await fc.assert(fc.asyncProperty(scenario, oneRun), {
    numRuns: Number(process.env['CHAOS_RUNS'] ?? 8),
    endOnFailure: true,
  })
})
