import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../local/demo/api-client.ts'
import { approveWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { asInProduction } from './support/as-in-production.ts'
import { phonesTold } from './support/phones-told.ts'
import { sendEdit } from './support/send-edit.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

const hour = 3600
const inSongkhone = ['1308901', '1308902']
const inChamphone = '1309901'
const wrong = { en: 'FLOOD WARNING: the river is rising. Leave by 06:00.', lo: 'ເຕືອນໄພນ້ຳຖ້ວມ 06:00.' }
const right = { en: 'FLOOD WARNING: the river is rising. Leave by 18:00.', lo: 'ເຕືອນໄພນ້ຳຖ້ວມ 18:00.' }

describe('a warning from its first draft to the all-clear', () => {
  let siang: Siang
  let officer: ApiClient
  let colleague: ApiClient
  let province: ApiClient
  let national: ApiClient
  let alertId: string
  let number: number

  const params = () => ({ params: { alertId } })
  const told = (version: number) => phonesTold(siang, number, version)
  /** The next version as the province writes it: the national centre approves. */
  const issueNext = async (): Promise<void> => {
    await province(alertRoutes.submitAlert, params())
    await approveWarning(national, alertId)
    await completedBoard(province, alertId)
  }

  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster, environment: asInProduction })
    ;[officer, colleague, province, national] = await Promise.all([
      siang.signIn('officer.songkhone'),
      siang.signIn('officer2.songkhone'),
      siang.signIn('officer.savannakhet'),
      siang.signIn('officer.national'),
    ])
  })
  afterAll(() => siang.end())

  it('is returned with a reason, corrected, and approved by a second person', async () => {
    const body = {
      kind: 'flood',
      hazard: 'river-flood',
      level: 'warning',
      mode: 'actual',
      areas: inSongkhone,
      texts: wrong,
    }
    ;({ alertId, number } = await officer(alertRoutes.createAlert, { body }))
    await officer(alertRoutes.submitAlert, params())
    const returned = await colleague(alertRoutes.returnAlert, {
      ...params(),
      body: { reason: 'It must be six in the evening' },
    })
    await sendEdit(siang, 'officer.songkhone', alertRoutes.editAlert, { ...params(), body: { texts: right } })
    await officer(alertRoutes.submitAlert, params())

    await expect(approveWarning(officer, alertId)).rejects.toThrow('403')
    expect(returned.state).toBe('draft')
    expect(returned.versions[0]?.history.at(-1)).toMatchObject({ note: 'It must be six in the evening' })
    expect(siang.outbox.read()).toEqual([])
    await approveWarning(colleague, alertId)
    const board = await completedBoard(officer, alertId)

    expect(told(1)).toHaveLength(board.totals.accepted ?? 0)
    expect(new Set(told(1)).size).toBe(told(1).length)
    const texts = siang.outbox.read().map(({ text }) => text)
    expect(texts.every((text) => text.includes('18:00') && !text.includes('06:00'))).toBe(true)
  })

  it('has no proof after ten minutes: its officers are told to call the villages', async () => {
    siang.clock.moveOn(11 * 60)
    await siang.fire('tick')

    const { versions } = await officer(alertRoutes.getAlert, params())
    expect(versions[0]?.notices.map(({ kind }) => kind)).toContain('call-villages')
  })

  it('is updated with a district added: everyone of before and the new village, once', async () => {
    siang.clock.moveOn(2 * hour)
    await province(alertRoutes.updateAlert, {
      ...params(),
      body: { areas: [...inSongkhone, inChamphone], texts: { en: 'The river is still rising.' } },
    })

    await issueNext()

    const added = told(2).filter((phone) => !told(1).includes(phone))
    expect(told(1).every((phone) => told(2).includes(phone))).toBe(true)
    expect(added.length).toBeGreaterThan(0)
    expect(new Set(told(2)).size).toBe(told(2).length)
  })

  it('is updated again, to evacuate, and tells the same people', async () => {
    siang.clock.moveOn(2 * hour)
    await province(alertRoutes.updateAlert, {
      ...params(),
      body: { level: 'evacuate', texts: { en: 'EVACUATE NOW: go to the hill.' } },
    })

    await issueNext()

    expect(told(3)).toEqual(told(2))
  })

  it('ends with an all-clear to all who were told, also the two who left the committee since', async () => {
    siang.clock.moveOn(20 * hour)
    const admin = await siang.signIn('admin')
    const { members } = await admin(rosterRoutes.getVillage, { params: { code: '1308902' } })
    const leaving = members.slice(0, 2)
    for (const { id: memberId } of leaving) {
      // oxlint-disable-next-line no-await-in-loop -- both change the same village
      await sendEdit(siang, 'admin', rosterRoutes.removeMember, { params: { code: '1308902', memberId } })
    }
    await province(alertRoutes.allClearAlert, {
      ...params(),
      body: { texts: { en: 'ALL CLEAR: the water has gone. Beware of UXO.' } },
    })
    await expect(
      province(alertRoutes.breakGlass, { ...params(), body: { reason: 'Nobody answers' } }),
    ).rejects.toThrow('409')

    await issueNext()

    const stayed = (await admin(rosterRoutes.getVillage, { params: { code: '1308902' } })).members
    expect(stayed.filter(({ status }) => status === 'active')).toHaveLength(
      members.filter(({ status }) => status === 'active').length - 2,
    )
    expect(told(4)).toEqual(told(3))
    const ended = await province(alertRoutes.getAlert, params())
    expect(ended.notEnded).toBe(false)
    expect(ended.versions.map(({ state }) => state)).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'completed',
    ])
  })
})
