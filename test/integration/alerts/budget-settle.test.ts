import { describe, expect, vi } from 'vitest'
import { settleBudgets } from '../../../functions/tick/settle-budgets.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import {
  draftPreparedness,
  partsInOutbox,
  preparedness,
  readBudget,
  setBudget,
  trySubmit,
} from '../../support/budgets.ts'
import { resendFailed, stopAlert } from '../../support/control.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 3), villageWith('1309001', 2)]
const accepted = { kind: 'accepted', gatewayMessageId: 'late' } as const
const rejected = { kind: 'rejected', code: 'InvalidParameter' } as const
const noAnswer = { kind: 'unknown', code: 'TimeoutError' } as const

const inSeconds = (seconds: number) => new Date(startOfTests + seconds * 1000).toISOString()

/** Lets the tick look now and then, and works off what it queues. */
const ticks = async (world: AlertWorld, count: number, seconds: number): Promise<void> => {
  for (let tick = 0; tick < count; tick += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the tick looks, and what it queued is worked off
    await world.tickAfter(seconds)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await world.drain()
  }
}

describe('when a version is done', () => {
  it('what really went out takes the place of what was reserved', async ({ world }) => {
    await world.seedVillages(villages)
    world.phones.answer(phoneOf('1308001', 1), rejected)
    await issueAlert(world, { areas: ['13'] })
    const before = await readBudget(world, '13', 'urgent')
    await world.drain()

    await ticks(world, 1, 130)

    const after = await readBudget(world, '13', 'urgent')
    expect(before).toMatchObject({
      spentParts: 0,
      reservedParts: partsInOutbox(world) + partsInOutbox(world) / 4,
    })
    expect(after).toMatchObject({ reservedParts: 0, spentParts: partsInOutbox(world) })
    expect(world.phones.outbox).toHaveLength(4)
  })

  it('composer, reservation and spend agree, also where each village gets words of its own', async ({
    world,
  }) => {
    await world.seedVillages([
      villageWith('1308001', 3, { safePlaceEn: 'School' }),
      villageWith('1308002', 2, { safePlaceEn: `Temple hill ${'behind the rice mill '.repeat(5)}` }),
    ])
    await setBudget(world, '1308', 'routine', { parts: 50 })
    const wish = { ...preparedness, texts: { en: 'Walk the way to {safePlace} once with everybody.' } }
    const { body: composed } = await world.api.ok(alertRoutes.composeText, {
      user: 'province',
      body: { ...wish, mode: 'exercise', areas: ['1308'] },
    })
    const alertId = await draftPreparedness(world, wish)
    await trySubmit(world, alertId)
    const { reservedParts } = await readBudget(world, '1308', 'routine')
    await world.drain()
    await ticks(world, 1, 130)

    const { spentParts } = await readBudget(world, '1308', 'routine')
    expect(composed.parts).toBeGreaterThan(5)
    expect(composed.budgets).toMatchObject([{ area: '1308', neededParts: composed.parts, leftParts: 50 }])
    expect([reservedParts, spentParts, partsInOutbox(world)]).toEqual([
      composed.parts,
      composed.parts,
      composed.parts,
    ])
  })

  it('an attempt without an answer and the one after it are two SMS', async ({ world }) => {
    await world.seedVillages(villages)
    world.phones.answer(phoneOf('1308001', 0), noAnswer, accepted)
    world.phones.answer(phoneOf('1308001', 1), noAnswer, noAnswer)
    world.phones.answer(phoneOf('1308001', 2), noAnswer, rejected)
    await issueAlert(world)
    await world.drain()

    await ticks(world, 1, 130)

    expect(world.phones.outbox).toHaveLength(5)
    expect((await readBudget(world, '1308', 'urgent')).spentParts).toBe(partsInOutbox(world))
  })

  it('a resend adds what it sent', async ({ world }) => {
    await world.seedVillages(villages)
    world.phones.answer(phoneOf('1308001', 1), rejected)
    world.phones.answer(phoneOf('1308001', 2), noAnswer, noAnswer)
    const alertId = await issueAlert(world)
    await world.drain()
    await ticks(world, 1, 130)
    const before = partsInOutbox(world)
    expect((await readBudget(world, '1308', 'urgent')).spentParts).toBe(before)

    await resendFailed(world, alertId, ['rejected', 'in-doubt'])
    await world.drain()
    await ticks(world, 3, 400)

    expect(partsInOutbox(world)).toBeGreaterThan(before)
    expect(await readBudget(world, '1308', 'urgent')).toMatchObject({
      reservedParts: 0,
      spentParts: partsInOutbox(world),
    })
  })

  it('and was stopped, the rest is given back when its time is over', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 3 })
    const alertId = await draftPreparedness(world, { expiresAtIso: inSeconds(600) })
    await trySubmit(world, alertId)
    await world.worker.step()
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()
    const sent = partsInOutbox(world)
    await ticks(world, 2, 250)
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({ reservedParts: 3, leftParts: 0 })

    await ticks(world, 6, 400)

    expect(sent).toBeLessThan(3)
    expect(partsInOutbox(world)).toBe(sent)
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({
      reservedParts: 0,
      spentParts: sent,
      leftParts: 3 - sent,
    })
  })

  it('is kept as a sum alone an hour after its expiry, and looked at no more', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { expiresAtIso: inSeconds(600) })
    await world.drain()

    await ticks(world, 6, 900)

    const account = await world.budgets.findAccount({ month: '2026-07', lane: 'urgent' })
    expect(account).toMatchObject({ entries: {}, settled: { 1308: partsInOutbox(world) } })
    const due = await world.due.list(Math.floor(world.time.nowMs / 1000) + 9_999_999, 100)
    expect(due.filter(({ PK }) => PK.startsWith('BUDGET'))).toEqual([])
  })

  it('is settled once by two ticks at the same moment, and by one that died over it', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { expiresAtIso: inSeconds(600) })
    await world.drain()
    world.time.nowMs = startOfTests + 5_000_000
    failOnce(world.deps.budgets, 'changeAccount', 'after')
    await world.runTick()
    vi.restoreAllMocks()

    await Promise.all([world.runTick(), world.runTick()])
    await world.runTick()

    expect((await readBudget(world, '1308', 'urgent')).spentParts).toBe(partsInOutbox(world))
  })

  it('and is stuck, nothing stays reserved a day after its expiry', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { expiresAtIso: inSeconds(600) })
    world.worker.loseAll()
    const account = { month: '2026-07', lane: 'urgent' } as const
    const settleAfter = async (hours: number) => {
      world.time.nowMs = startOfTests + 600_000 + hours * 3_600_000
      await settleBudgets(world.deps, [account], () => true)
      return (await readBudget(world, '1308', 'urgent')).reservedParts
    }

    expect(await settleAfter(23)).toBeGreaterThan(0)
    expect(await settleAfter(24)).toBe(0)
    expect((await readBudget(world, '1308', 'urgent')).spentParts).toBe(0)
  })

  it('spends nothing where the drill reaches nobody', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'urgent', { parts: 0 })
    const alertId = (
      await world.api.ok(alertRoutes.createAlert, {
        user: 'province',
        headers: newKey(),
        body: {
          kind: 'flood',
          hazard: 'river-flood',
          level: 'warning',
          mode: 'exercise',
          reaches: 'nobody',
          areas: ['1308'],
          texts: { en: 'FLOOD WARNING' },
        },
      })
    ).body.alertId
    const { statusCode } = await trySubmit(world, alertId)
    await world.drain()
    await ticks(world, 1, 130)

    expect(statusCode).toBe(202)
    expect(await readBudget(world, '1308', 'urgent')).toMatchObject({ reservedParts: 0, spentParts: 0 })
  })
})
