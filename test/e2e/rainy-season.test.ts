import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../local/demo/api-client.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { scheduleRoutes } from '../../shared/contracts/schedule-routes.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'
import { phonesTold } from './support/phones-told.ts'

const village = '1308901'
const day = 24 * 3600
const minute = 60

describe('a year of messages by the calendar', () => {
  let siang: Siang
  let officer: ApiClient
  let monthly: string
  let rains: string
  let year: number

  const write = async (name: string, recurrence: object, missed: object = {}): Promise<string> => {
    const body = {
      name,
      hazard: 'river-flood',
      mode: 'exercise',
      areas: [village],
      texts: { en: `${name}: keep a lamp, water and papers at hand.` },
      recurrence,
      ...missed,
    }
    return (await officer(scheduleRoutes.createSchedule, { body })).scheduleId
  }
  const runsOf = (scheduleId: string) => officer(scheduleRoutes.listScheduleRuns, { params: { scheduleId } })
  const readSchedule = (scheduleId: string) => officer(scheduleRoutes.getSchedule, { params: { scheduleId } })
  /** Goes on to the next run of a schedule, and a minute over it; answers with what became of it. */
  const passNextRun = async (scheduleId: string, lateSeconds = minute) => {
    const { nextRunAtIso } = await readSchedule(scheduleId)
    siang.clock.moveTo(Date.parse(nextRunAtIso ?? '') + lateSeconds * 1000)
    await siang.fire('tick')
    const [run] = (await runsOf(scheduleId)).past
    return run
  }
  const numberOf = async (alertId: string): Promise<number> =>
    (await officer(alertRoutes.getAlert, { params: { alertId } })).number

  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster, environment: { QUIET_HOURS: '20-7' } })
    officer = await siang.signIn('officer.songkhone')
    const now = new Date(siang.clock.nowMs() + 7 * 3_600_000)
    year = now.getUTCFullYear() + 1
    siang.clock.moveTo(Date.parse(`${year}-01-02T12:00:00+07:00`))
    monthly = await write(
      'Monthly reminder',
      { type: 'monthly', day: 31, time: '20:30' },
      { missed: { policy: 'fire-once', windowHours: 24 } },
    )
    rains = await write('Before the rains', { type: 'before-rains', daysBefore: 14, time: '09:00' })
  })
  afterAll(() => siang.end())

  it('is told before: the last day of each month, after the quiet hours, and once before the rains', async () => {
    const { next } = await runsOf(monthly)
    const [beforeRains] = (await runsOf(rains)).next

    expect(next.slice(0, 3).map(({ runAtIso }) => runAtIso)).toEqual([
      `${year}-01-31T20:30:00+07:00`,
      new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10) + 'T20:30:00+07:00',
      `${year}-03-31T20:30:00+07:00`,
    ])
    expect(next[0]?.smsFromIso).toBe(`${year}-02-01T07:00:00+07:00`)
    expect(beforeRains).toMatchObject({ runAtIso: `${year}-04-17T09:00:00+07:00`, confirmed: true })
  })

  it('goes out once each month, in the morning, to each phone of the village', async () => {
    const run = await passNextRun(monthly)
    await siang.fire('tick')
    const alertId = run?.alertId ?? ''
    const held = await officer(alertRoutes.getBoard, { params: { alertId } })
    siang.clock.moveTo(Date.parse(`${year}-02-01T07:00:01+07:00`))
    await siang.fire('tick')
    const board = await completedBoard(officer, alertId)

    expect(run?.state).toBe('issued')
    expect(held.heldByQuietHoursUntilIso).toBe(`${year}-02-01T07:00:00+07:00`)
    const told = phonesTold(siang, await numberOf(alertId), 1)
    expect(told.length).toBeGreaterThan(3)
    expect(told).toHaveLength(board.totals.accepted ?? 0)
    expect(new Set(told).size).toBe(told.length)
    const outbox = siang.outbox.read()
    expect(outbox).toHaveLength(told.length)
    expect(
      outbox.every(({ acceptedAtIso }) => Date.parse(acceptedAtIso) >= Date.parse(`${year}-02-01T00:00:00Z`)),
    ).toBe(true)
    expect((await runsOf(monthly)).past).toHaveLength(1)
  })

  it('goes out before the rains: whoever wrote it wants it this year', async () => {
    await passNextRun(monthly)
    await passNextRun(monthly)

    const run = await passNextRun(rains)
    await completedBoard(officer, run?.alertId ?? '')

    expect(run).toMatchObject({ runAtIso: `${year}-04-17T09:00:00+07:00`, state: 'issued' })
    const { hazard, mode, scheduleId } = await officer(alertRoutes.getAlert, {
      params: { alertId: run?.alertId ?? '' },
    })
    expect({ hazard, mode, scheduleId }).toEqual({
      hazard: 'river-flood',
      mode: 'exercise',
      scheduleId: rains,
    })
  })

  it('leaves out a run that was missed by more than its window, and none of those after it', async () => {
    const missed = await passNextRun(monthly, 2 * day)
    const next = await passNextRun(monthly)

    expect(missed).toMatchObject({ state: 'skipped', reason: 'missed', alertId: null })
    expect(next?.state).toBe('issued')
  })

  it('sends nothing while it is paused, and goes on when it is resumed', async () => {
    await officer(scheduleRoutes.pauseSchedule, { params: { scheduleId: monthly } })
    siang.clock.moveTo(Date.parse(`${year}-09-15T12:00:00+07:00`))
    await siang.fire('tick')
    const paused = (await runsOf(monthly)).past.length
    await officer(scheduleRoutes.resumeSchedule, { params: { scheduleId: monthly } })

    const run = await passNextRun(monthly)

    expect(paused).toBe(5)
    expect(run).toMatchObject({ runAtIso: `${year}-09-30T20:30:00+07:00`, state: 'issued' })
  })

  it('is asked about each season, and sends nothing where nobody says that it is still wanted', async () => {
    await officer(scheduleRoutes.endSchedule, { params: { scheduleId: monthly } })
    siang.clock.moveTo(Date.parse(`${year + 1}-03-17T12:00:00+07:00`))
    const early = await readSchedule(rains)
    siang.clock.moveTo(Date.parse(`${year + 1}-03-19T12:00:00+07:00`))
    const asked = await readSchedule(rains)

    const run = await passNextRun(rains)

    expect([early.awaitsReconfirmation, asked.awaitsReconfirmation]).toEqual([false, true])
    expect(run).toMatchObject({
      runAtIso: `${year + 1}-04-17T09:00:00+07:00`,
      state: 'skipped',
      reason: 'not-reconfirmed',
      alertId: null,
    })
  })

  it('goes out again in the season for which an officer confirmed it', async () => {
    siang.clock.moveTo(Date.parse(`${year + 2}-04-01T12:00:00+07:00`))
    await officer(scheduleRoutes.reconfirmSchedule, { params: { scheduleId: rains } })

    const run = await passNextRun(rains)
    const board = await completedBoard(officer, run?.alertId ?? '')

    expect(run).toMatchObject({ runAtIso: `${year + 2}-04-17T09:00:00+07:00`, state: 'issued' })
    expect(board.totals.accepted).toBeGreaterThan(3)
  })
})
