import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../local/demo/api-client.ts'
import { checkOutbox } from '../../local/demo/expected-sms.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { asInProduction } from './support/as-in-production.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'
import { nextInLaos } from './support/time-in-laos.ts'

const minute = 60
const reason = 'The river is over the bank at Songkhone, nobody answers the phone'

describe('a flood at night, and one officer awake', () => {
  let siang: Siang
  let officer: ApiClient
  let colleague: ApiClient
  let alertId: string

  const breakGlass = () => officer(alertRoutes.breakGlass, { params: { alertId }, body: { reason } })
  const review = (call: ApiClient) =>
    call(alertRoutes.reviewAlert, {
      params: { alertId },
      body: { outcome: 'justified', note: 'The water was in the houses at four' },
    })
  const isOverdue = async () =>
    (await officer(alertRoutes.listAlerts)).alerts.find((alert) => alert.alertId === alertId)?.reviewOverdue

  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster, environment: asInProduction })
    siang.clock.moveTo(nextInLaos(siang.clock.nowMs(), '01:50'))
    officer = await siang.signIn('officer.songkhone')
    colleague = await siang.signIn('officer2.songkhone')
  })
  afterAll(() => siang.end())

  it('the officer submits a warning, and may not send it alone before others had ten minutes', async () => {
    const draft = await officer(alertRoutes.createAlert, {
      body: {
        kind: 'flood',
        hazard: 'river-flood',
        level: 'warning',
        mode: 'actual',
        areas: ['1308'],
        texts: {
          lo: 'ເຕືອນໄພນ້ຳຖ້ວມ: ນ້ຳກຳລັງຂຶ້ນ.',
          en: 'FLOOD WARNING: the river is rising.',
        },
      },
    })
    alertId = draft.alertId

    const submitted = await officer(alertRoutes.submitAlert, { params: { alertId } })
    siang.clock.moveOn(9 * minute)

    expect(submitted.state).toBe('submitted')
    await expect(breakGlass()).rejects.toThrow('409 Others have until')
    expect(siang.outbox.read()).toEqual([])
  })

  it('nobody answers: after ten minutes it goes out alone, to everyone once', async () => {
    siang.clock.moveOn(minute)

    const issued = await breakGlass()
    const board = await completedBoard(officer, alertId)

    const [version] = issued.versions
    expect(version).toMatchObject({ breakGlass: { reason }, approval: null, review: null })
    expect(Date.parse(version?.reviewDueAtIso ?? '')).toBeGreaterThan(siang.clock.nowMs() + 23 * 3_600_000)
    const sent = siang.outbox.read().filter(({ text }) => text.includes(`#${issued.number}`))
    expect(await checkOutbox(sampleRoster, ['1308'], sent)).toMatchObject({ missing: 0, duplicates: 0 })
    expect(board.totals.pending).toBe(0)
  })

  it('people sleep: every village is on the call list at once, whatever the gateway took', async () => {
    const list = await officer(alertRoutes.getCallList, { params: { alertId } })
    const board = await officer(alertRoutes.getBoard, { params: { alertId } })
    const { versions } = await officer(alertRoutes.getAlert, { params: { alertId } })

    expect(versions[0]?.notices.map(({ kind }) => kind)).toContain('call-villages')
    expect(board.callListOpen).toBe(true)
    expect(list.villages).toHaveLength(board.villages.length)
    expect(list.villages.length).toBeGreaterThan(10)
    expect(list.villages[0]?.reason).toBe('send-someone')
  })

  it('a day later the review is overdue; the officer’s own does not count, a colleague’s does', async () => {
    const inTime = await isOverdue()
    siang.clock.moveOn(25 * 60 * minute)
    const late = await isOverdue()

    await expect(review(officer)).rejects.toThrow('403')
    const reviewed = await review(colleague)

    expect([inTime, late, await isOverdue()]).toEqual([false, true, false])
    expect(reviewed.versions[0]?.review).toMatchObject({
      outcome: 'justified',
      note: 'The water was in the houses at four',
    })
    await expect(review(colleague)).rejects.toThrow('409')
  })

  it('and the audit has all of it, in one chain that is whole', async () => {
    const admin = await siang.signIn('admin')
    const { rows } = await admin(operationsRoutes.listAudit, { query: { alertId, limit: '500' } })
    const verified = await admin(operationsRoutes.verifyAudit, { query: { chain: `alert#${alertId}` } })

    expect(verified.faults).toEqual([])
    expect(rows.map(({ phase, action }) => `${phase} ${action}`)).toEqual(
      expect.arrayContaining([
        'outcome POST /v1/alerts/{alertId}/submit',
        'outcome POST /v1/alerts/{alertId}/break-glass',
        'outcome POST /v1/alerts/{alertId}/review',
      ]),
    )
  })
})
