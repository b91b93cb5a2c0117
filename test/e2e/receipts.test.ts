import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStage } from '../../infra/stages.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { completedBoard, startSiang, until, type Siang } from './support/siang.ts'

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)
const overdueSeconds = readStage('test').receiptOverdueSeconds
const silent = '+856205500000'
const unreachable = '+856205500001'

describe('what carriers say', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({
      roster: sampleRoster,
      sms: {
        receipts: [
          { phonePrefix: '+', copies: 2 },
          { phonePrefix: silent, outcome: 'none' },
          {
            phonePrefix: unreachable,
            outcome: 'undelivered',
            providerResponse: 'Phone is currently unreachable/unavailable',
            afterMs: 0,
          },
        ],
      },
    })
  })
  afterAll(() => siang.end())

  it('comes to the board: delivered, undelivered, and nothing from one operator until that is unknown', async () => {
    const officer = await siang.signIn('officer.songkhone')
    const alertId = await issueWarning(officer, ['1308'], tomorrow())
    await completedBoard(officer, alertId)
    const phones = siang.outbox.read().map(({ phone }) => phone)
    const count = (prefix: string) => phones.filter((phone) => phone.startsWith(prefix)).length
    const expected = {
      accepted: count(silent),
      undelivered: count(unreachable),
      delivered: phones.length - count(silent) - count(unreachable),
    }
    expect(Math.min(...Object.values(expected))).toBeGreaterThan(0)

    const board = await until(
      () => officer(alertRoutes.getBoard, { params: { alertId } }),
      ({ totals }) => totals.delivered >= expected.delivered && totals.undelivered >= expected.undelivered,
      15,
    )

    expect(board.totals).toMatchObject({ ...expected, unknown: 0 })
    expect(board.coverage).toMatchObject({ 'no-contact': 1 })
    expect(board.coverage.delivered).toBeGreaterThan(0)
    await siang.fire('tick')
    expect((await officer(alertRoutes.getBoard, { params: { alertId } })).totals.unknown).toBe(0)
    siang.clock.moveOn(overdueSeconds + 1)
    const overdue = await until(
      async () => {
        await siang.fire('tick')
        return officer(alertRoutes.getBoard, { params: { alertId } })
      },
      ({ totals }) => totals.accepted === 0,
      20,
    )
    expect(overdue.totals).toMatchObject({ ...expected, accepted: 0, unknown: expected.accepted })
  }, 90_000)

  it('is the account’s quota, the board says so', async () => {
    await siang.setSmsFaults({
      receipts: [{ phonePrefix: '+', outcome: 'undelivered', providerResponse: 'No quota left for account' }],
    })
    const officer = await siang.signIn('officer.champhone')

    const alertId = await issueWarning(officer, ['1309'], tomorrow())
    const board = await until(
      () => officer(alertRoutes.getBoard, { params: { alertId } }),
      ({ accountQuotaExhausted, totals }) =>
        accountQuotaExhausted && totals.undelivered > 0 && totals.accepted === 0,
      40,
    )

    // Those that senders had not come to when the first word came wait for the quota.
    expect(board.totals.pending === 0 || board.sendingHeldSinceIso !== null).toBe(true)
    expect(board.totals.delivered).toBe(0)
    expect(board.accountQuotaExhaustedSinceIso).not.toBeNull()
    expect(board.coverage).not.toHaveProperty('delivered')
  })
})
