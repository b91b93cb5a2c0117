import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { planDispatches } from '../../../shared/domain/committee.ts'
import { tallyOf, type Dispatch } from '../../../shared/domain/dispatch.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { alertUsers, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { planAnswers, workInChaos } from '../../support/chaos.ts'
import { createPick } from '../../support/create-pick.ts'
import { startTables } from '../../support/dynalite.ts'
import { districtVillages } from '../../support/village-arbitrary.ts'

const scenario = fc.record({
  villages: fc.tuple(districtVillages('1308', 4), districtVillages('1309', 3)).map((both) => both.flat()),
  seed: fc.integer(),
  batchSize: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('flood', 'preparedness'),
})

const dispatchesOf = async (world: AlertWorld, alertId: string): Promise<Dispatch[]> => {
  const districts = ['1308', '1309'].map((district) =>
    world.dispatches.listDistrict({ alertId, version: 1, district }),
  )
  return (await Promise.all(districts)).flat()
}

const checkSent = (world: AlertWorld, dispatches: readonly Dispatch[]): void => {
  for (const { recipients } of dispatches) {
    for (const { phone, state, sharedWith, possibleDuplicate } of recipients) {
      if (sharedWith !== undefined) continue
      const times = world.phones.outbox.filter((sms) => sms.phone === phone).length
      expect(['accepted', 'rejected', 'in-doubt']).toContain(state)
      expect(times).toBeLessThanOrEqual(possibleDuplicate ? 2 : 1)
      if (state === 'accepted') expect(times).toBeGreaterThanOrEqual(1)
    }
  }
}

const checkBoard = async (
  world: AlertWorld,
  alertId: string,
  dispatches: readonly Dispatch[],
): Promise<void> => {
  const board = new Map((await world.board.list(alertId, 1)).map((row) => [row.village, row.tally]))
  for (const { village, recipients } of dispatches) expect(board.get(village)).toEqual(tallyOf(recipients))
}

const planned = (villages: readonly Village[], kind: string) =>
  ['1308', '1309'].flatMap((district) =>
    planDispatches(
      villages.filter(({ code }) => code.startsWith(district)),
      kind === 'flood' ? 'urgent' : 'routine',
    ),
  )

type Drawn = { villages: Village[]; seed: number; batchSize: number; kind: string }

/** Issues the alert, lets chaos have its way, then lets the tick look until nothing is left. */
const runThrough = async (world: AlertWorld, villages: readonly Village[], drawn: Drawn): Promise<string> => {
  const pick = createPick(drawn.seed)
  await world.seedUsers(alertUsers)
  await world.seedVillages(villages)
  planAnswers(world, villages, pick)
  const alertId = await issueAlert(world, { areas: ['1308', '1309'], kind: drawn.kind, level: 'prepare' })
  await workInChaos(world, pick)
  vi.restoreAllMocks()
  for (let ticks = 0; ticks < 8; ticks += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the tick looks, and what it queued is worked off
    await world.tickAfter(200)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await world.drain()
  }
  return alertId
}

const people = (all: readonly { village: string; recipients: readonly { phone: string }[] }[]) =>
  all.map(({ village, recipients }) => [village, recipients.map(({ phone }) => phone)])

const oneRun = async (drawn: Drawn): Promise<void> => {
  const villages = [...drawn.villages, villageWith('1308900', 1), villageWith('1309900', 1)]
  const tables = await startTables()
  try {
    const world = createAlertWorld(tables, {}, drawn.batchSize)
    const alertId = await runThrough(world, villages, drawn)

    const dispatches = await dispatchesOf(world, alertId)
    expect(people(dispatches)).toEqual(people(planned(villages, drawn.kind)))
    checkSent(world, dispatches)
    await checkBoard(world, alertId, dispatches)
    const isInDoubt = dispatches.some(({ recipients }) => tallyOf(recipients)['in-doubt'] > 0)
    const version = await world.alerts.findVersion(alertId, 1)
    expect(version?.state).toBe(isInDoubt ? 'dispatching' : 'completed')
  } finally {
    await tables.stop()
  }
}

test('whatever dies, is lost or comes twice, everyone is served as planned', {
  timeout: 60_000,
}, async () => {
  await fc.assert(fc.asyncProperty(scenario, oneRun), {
    numRuns: Number(process.env['CHAOS_RUNS'] ?? 8),
    endOnFailure: true,
  })
})
