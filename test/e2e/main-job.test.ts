import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOutbox } from '../../local/demo/expected-sms.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)

describe('a roster in, a warning out', () => {
  let siang: Siang
  let alertId: string

  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
    alertId = await issueWarning(await siang.signIn('officer.savannakhet'), ['1308', '1309'], tomorrow())
    await completedBoard(await siang.signIn('officer.savannakhet'), alertId)
  })
  afterAll(() => siang.end())

  it('hands exactly one SMS to the gateway for every phone of the two districts, and none to the third', async () => {
    const check = await checkOutbox(sampleRoster, ['1308', '1309'], siang.outbox.read())

    expect(check).toMatchObject({ villages: 42, missing: 0, duplicates: 0 })
    expect(siang.outbox.read()).toHaveLength(check.recipients)
  })

  it('puts the word of an exercise at start and end of each text, in its language', () => {
    const texts = siang.outbox.read().map(({ text }) => text)

    expect(texts.filter((text) => /^EXERCISE: .* EXERCISE$/.test(text)).length).toBeGreaterThan(0)
    expect(texts.filter((text) => /^ຝຶກຊ້ອມ: .* ຝຶກຊ້ອມ$/.test(text)).length).toBeGreaterThan(0)
    expect(texts.every((text) => /^(EXERCISE|ຝຶກຊ້ອມ): /.test(text))).toBe(true)
  })

  it('shows an officer of one district that district alone, villages without contact first', async () => {
    const call = await siang.signIn('officer.songkhone')

    const board = await call(alertRoutes.getBoard, { params: { alertId } })

    expect(board.villages.map(([code]) => code.slice(0, 4)).every((district) => district === '1308')).toBe(
      true,
    )
    expect(board.villages[0]?.[1]).toBe('no-contact')
    expect(board.coverage).toEqual({ 'no-contact': 1, 'handed-over': 21 })
  })

  it('tells what became of each recipient of a village, with the phone masked', async () => {
    const call = await siang.signIn('officer.songkhone')

    const village = await call(alertRoutes.getBoardVillage, { params: { alertId, code: '1308901' } })

    expect(village.recipients.map(({ state }) => state)).toEqual(village.recipients.map(() => 'accepted'))
    expect(village.recipients.every(({ phone }) => /^\+856\*+\d\d$/.test(phone))).toBe(true)
    expect(village.recipients.filter(({ wave }) => wave === 1)).toHaveLength(1)
  })

  it('finds nothing to change when the same file is imported again', async () => {
    const call = await siang.signIn('admin')
    const before = await call(rosterRoutes.getVillage, { params: { code: '1308901' } })
    const { importRoster } = await import('../../local/demo/import-roster.ts')

    const again = await importRoster(call, sampleRoster)

    expect(again.plan?.counts).toMatchObject({ villagesAdded: 0, villagesChanged: 0, villagesUnchanged: 62 })
    expect(await call(rosterRoutes.getVillage, { params: { code: '1308901' } })).toEqual(before)
  })
})
