import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { phonesTold } from './support/phones-told.ts'
import { completedBoard, startSiang, until, type Siang } from './support/siang.ts'

describe('a false alarm', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster, environment: { SMS_PER_SECOND: '30' } })
  })
  afterAll(() => siang.end())

  it('is stopped in mid-send and cancelled: exactly those who got it get the cancel', async () => {
    const officer = await siang.signIn('officer.songkhone')
    const colleague = await siang.signIn('officer2.songkhone')
    const { alertId, number } = await officer(alertRoutes.createAlert, {
      body: {
        kind: 'flood',
        hazard: 'dam-release',
        level: 'warning',
        mode: 'actual',
        areas: ['1308'],
        texts: { en: 'DAM RELEASE: go up the hill.', lo: 'ເຂື່ອນປ່ອຍນ້ຳ: ຂຶ້ນໂນນສູງ.' },
      },
    })
    const params = { alertId }
    await officer(alertRoutes.submitAlert, { params })
    await until(
      async () => phonesTold(siang, number, 1).length,
      (count) => count >= 25,
      30,
    )

    await officer(alertRoutes.stopAlert, { params, body: { reason: 'The dam is closed' } })
    const stopped = await until(
      () => officer(alertRoutes.getBoard, { params }),
      ({ totals }) => totals.sending === 0,
      20,
    )
    await officer(alertRoutes.cancelAlert, { params, body: { reason: 'The dam is closed' } })
    const board = await completedBoard(officer, alertId)
    await siang.fire('tick')

    const got = phonesTold(siang, number, 1)
    expect(got.length).toBe(stopped.totals.accepted)
    expect(stopped.totals.pending).toBeGreaterThan(0)
    expect(phonesTold(siang, number, 2)).toEqual(got)
    expect(new Set(got).size).toBe(got.length)
    expect(board).toMatchObject({ version: 2, totals: { accepted: got.length, pending: 0 } })
    const first = await officer(alertRoutes.getBoard, { params, query: { version: '1' } })
    expect(first.totals).toMatchObject({ pending: 0, superseded: stopped.totals.pending })

    const { notEnded } = await colleague(alertRoutes.reviewAlert, {
      params,
      body: { outcome: 'justified', note: 'The dam had called off its release' },
    })
    expect(notEnded).toBe(false)
  })
})
