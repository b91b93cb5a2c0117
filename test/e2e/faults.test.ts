import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOutbox } from '../../local/demo/expected-sms.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { completedBoard, startSiang, until, type Siang } from './support/siang.ts'

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)

describe('a gateway with faults', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
  })
  afterAll(() => siang.end())

  it('sends to everyone else where one number is refused, one is throttled at first, one fails at first', async () => {
    await siang.setSmsFaults({
      faults: [
        { phonePrefix: '+8562055000001', status: 400, code: 'InvalidParameter' },
        { phonePrefix: '+8562055000006', status: 400, code: 'Throttling', times: 2 },
        { phonePrefix: '+8562055000014', status: 503, code: 'ServiceUnavailable', times: 1 },
      ],
    })
    const officer = await siang.signIn('officer.songkhone')

    const alertId = await issueWarning(officer, ['1308'], tomorrow())
    const board = await completedBoard(officer, alertId)

    expect(board.totals.rejected).toBe(1)
    expect(await checkOutbox(sampleRoster, ['1308'], siang.outbox.read())).toMatchObject({
      missing: 1,
      duplicates: 0,
    })
    const village = await officer(alertRoutes.getBoardVillage, { params: { alertId, code: '1308901' } })
    expect(village.recipients.find(({ state }) => state === 'rejected')).toMatchObject({
      reason: 'InvalidParameterException',
    })
  })

  it('rebuilds the work from the table when every queue was emptied', async () => {
    await siang.setSmsFaults({ latencyMs: 300 })
    const officer = await siang.signIn('officer.champhone')
    const sentBefore = siang.outbox.read().length

    const alertId = await issueWarning(officer, ['1309'], tomorrow())
    await until(
      async () => siang.outbox.read().length,
      (sent) => sent > sentBefore,
      20,
    )
    await siang.emptyQueues()
    await siang.setSmsFaults({})
    await until(
      async () => {
        await siang.fire('tick')
        return officer(alertRoutes.getAlert, { params: { alertId } })
      },
      ({ state }) => state === 'completed',
      50,
    )

    const sent = siang.outbox.read().slice(sentBefore)
    expect(await checkOutbox(sampleRoster, ['1309'], sent)).toMatchObject({ missing: 0, duplicates: 0 })
  })
})
