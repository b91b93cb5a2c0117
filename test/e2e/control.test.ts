import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOutbox } from '../../local/demo/expected-sms.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { completedBoard, startSiang, until, type Siang } from './support/siang.ts'

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)
const areas = ['1308', '1309']
const holdsWithinMs = 2_000
/** At the rate of this file 60 more SMS would go out in that time, if a stop did not hold. */
const watchedMs = 1_500

describe('people who take control in mid-send', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster, environment: { SMS_PER_SECOND: '40' } })
  })
  afterAll(() => siang.end())

  const sentSince = (before: number) => siang.outbox.read().slice(before).length
  /** Issues an alert and waits until some of it went out. */
  const issueAndWatch = async (call: Awaited<ReturnType<Siang['signIn']>>) => {
    const before = siang.outbox.read().length
    const alertId = await issueWarning(call, areas, tomorrow())
    await until(
      async () => sentSince(before),
      (count) => count >= 20,
      30,
    )
    return { alertId, before }
  }
  /** How many went out later than a stop may take, in the seconds after it. */
  const sentLate = async (stoppedAtMs: number): Promise<number> => {
    await sleep(holdsWithinMs + watchedMs)
    return siang.outbox
      .read()
      .filter(({ acceptedAtIso }) => Date.parse(acceptedAtIso) > stoppedAtMs + holdsWithinMs).length
  }

  it('stop an alert within two seconds, and resume it for everyone, once', async () => {
    const officer = await siang.signIn('officer.savannakhet')
    const { alertId, before } = await issueAndWatch(officer)

    const stopped = await officer(alertRoutes.stopAlert, {
      params: { alertId },
      body: { reason: 'A test of the stop' },
    })
    expect(stopped.state).toBe('stopped')
    expect(await sentLate(Date.now())).toBe(0)
    const { totals } = await officer(alertRoutes.getBoard, { params: { alertId } })
    expect(totals.pending).toBeGreaterThan(0)
    expect(totals.accepted).toBe(sentSince(before))

    await officer(alertRoutes.resumeAlert, { params: { alertId } })
    await completedBoard(officer, alertId)
    const outbox = siang.outbox.read().slice(before)
    expect(await checkOutbox(sampleRoster, areas, outbox)).toMatchObject({ missing: 0, duplicates: 0 })
  }, 90_000)

  it('stop the whole account within two seconds; released, it goes on by itself', async () => {
    const [officer, admin] = await Promise.all([siang.signIn('officer.savannakhet'), siang.signIn('admin')])
    const { alertId, before } = await issueAndWatch(officer)

    await admin(alertRoutes.stopAccount, { body: { reason: 'A test of the emergency stop' } })
    expect(await sentLate(Date.now())).toBe(0)
    expect(await officer(alertRoutes.getBoard, { params: { alertId } })).toMatchObject({
      state: 'dispatching',
      accountStopped: true,
    })

    await admin(alertRoutes.resumeAccount)
    // Senders look every 20 seconds at what is held; the tick finds it then too.
    siang.clock.moveOn(20)
    await siang.fire('tick')
    await completedBoard(officer, alertId)
    const outbox = siang.outbox.read().slice(before)
    expect(await checkOutbox(sampleRoster, areas, outbox)).toMatchObject({ missing: 0, duplicates: 0 })
  }, 90_000)

  it('send once more to the one that was refused, and to nobody else', async () => {
    await siang.setSmsFaults({
      faults: [{ phonePrefix: '+8562055000001', status: 400, code: 'InvalidParameter' }],
    })
    const officer = await siang.signIn('officer.savannakhet')
    const before = siang.outbox.read().length
    const villages = ['1308901', '1308902', '1309901']
    const alertId = await issueWarning(officer, villages, tomorrow())
    expect((await completedBoard(officer, alertId)).totals.rejected).toBe(1)
    await siang.setSmsFaults({ faults: [] })

    await officer(alertRoutes.resendFailed, { params: { alertId }, body: {} })
    await until(
      () => officer(alertRoutes.getBoard, { params: { alertId } }),
      ({ totals }) => totals.rejected === 0 && totals.pending + totals.sending === 0,
      30,
    )

    const outbox = siang.outbox.read().slice(before)
    expect(await checkOutbox(sampleRoster, villages, outbox)).toMatchObject({ missing: 0, duplicates: 0 })
  }, 90_000)
})
