import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { startSiang, type Siang } from './support/siang.ts'

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)

describe('who may do what, over HTTP', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
  })
  afterAll(() => siang.end())

  const get = (path: string, authorization?: string) =>
    fetch(`${siang.origin}${path}`, { headers: authorization === undefined ? {} : { authorization } })

  it('answers a call without a token, or with a broken one, as AWS does, and starts no function', async () => {
    const before = siang.invocations('alerts-api')

    const answers = await Promise.all([get('/v1/alerts'), get('/v1/alerts', 'Bearer not.a.token')])

    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(await answers[0]?.json()).toEqual({ message: 'Unauthorized' })
    expect(siang.invocations('alerts-api')).toBe(before)
  })

  it('answers a foreign district like one that does not exist', async () => {
    const champhone = await siang.signIn('officer.champhone')

    await expect(issueWarning(champhone, ['1308'], tomorrow())).rejects.toThrow(
      'body.areas[0]: No area of this code',
    )
    await expect(issueWarning(champhone, ['1399'], tomorrow())).rejects.toThrow(
      'body.areas[0]: No area of this code',
    )
    await expect(champhone(rosterRoutes.getVillage, { params: { code: '1308901' } })).rejects.toThrow('404')
    await expect(champhone(rosterRoutes.listVillages, { query: { district: '1308' } })).rejects.toThrow('404')
  })

  it('keeps an alert from officers whom it does not concern', async () => {
    const alertId = await issueWarning(await siang.signIn('officer.songkhone'), ['1308902'], tomorrow())
    const second = await siang.signIn('officer2.songkhone')
    const champhone = await siang.signIn('officer.champhone')

    const seen = await second(alertRoutes.getAlert, { params: { alertId } })

    expect(seen.alertId).toBe(alertId)
    await expect(champhone(alertRoutes.getAlert, { params: { alertId } })).rejects.toThrow('404')
    await expect(champhone(alertRoutes.getBoard, { params: { alertId } })).rejects.toThrow('404')
    expect((await champhone(alertRoutes.listAlerts)).alerts).toEqual([])
  })

  it('lets neither a viewer nor an admin issue, nor an officer import', async () => {
    const [viewer, admin, officer] = await Promise.all([
      siang.signIn('viewer.songkhone'),
      siang.signIn('admin'),
      siang.signIn('officer.songkhone'),
    ])

    await expect(issueWarning(viewer, ['1308'], tomorrow())).rejects.toThrow('403')
    await expect(issueWarning(admin, ['1308'], tomorrow())).rejects.toThrow('403')
    await expect(
      officer(rosterRoutes.createImport, {
        body: { fileName: 'a.csv', contentType: 'text/csv', sizeBytes: 10 },
      }),
    ).rejects.toThrow('403')
  })
})
