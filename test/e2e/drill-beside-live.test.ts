import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../local/demo/api-client.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

const draft = (call: ApiClient, mode: string, areas: readonly string[]) =>
  call(alertRoutes.createAlert, {
    body: {
      kind: 'flood',
      hazard: 'river-flood',
      level: 'watch',
      mode,
      areas,
      texts: { en: `FLOOD WATCH: the river may rise.` },
    },
  })
const submit = (call: ApiClient, alertId: string) => call(alertRoutes.submitAlert, { params: { alertId } })

describe('a drill beside a live alert', () => {
  let siang: Siang
  let district: ApiClient
  let province: ApiClient
  let live: { alertId: string; number: number }

  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
    district = await siang.signIn('officer.songkhone')
    province = await siang.signIn('officer.savannakhet')
    live = await draft(district, 'actual', ['1308902'])
    await submit(district, live.alertId)
    await completedBoard(district, live.alertId)
  })
  afterAll(() => siang.end())

  it.for(['exercise', 'test'] as const)(
    'of mode %s is refused over the same villages, over their district and over the province',
    async (mode) => {
      const sentBefore = siang.outbox.read().length
      const wishes = [
        { call: district, areas: ['1308902'] },
        { call: district, areas: ['1308'] },
        { call: province, areas: ['13'] },
      ]

      for (const { call, areas } of wishes) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as officers do
        const { alertId } = await draft(call, mode, areas)
        // oxlint-disable-next-line no-await-in-loop -- as above
        await expect(submit(call, alertId)).rejects.toThrow(`409 The actual alert #${live.number} is live`)
      }

      expect(siang.outbox.read()).toHaveLength(sentBefore)
    },
  )

  it('goes out in a neighbouring district, under its word, while the alert is live', async () => {
    const { alertId } = await draft(province, 'exercise', ['1309901'])

    await submit(province, alertId)
    const board = await completedBoard(province, alertId)

    const texts = siang.outbox.read().map(({ text }) => text)
    const drills = texts.filter((text) => /^EXERCISE: .* EXERCISE$/.test(text))
    expect(board.totals.accepted).toBeGreaterThan(0)
    expect(drills).toHaveLength(board.totals.accepted ?? 0)
  })

  it('goes out in the same villages once the alert’s time is over', async () => {
    const [version] = (await district(alertRoutes.getAlert, { params: { alertId: live.alertId } })).versions
    siang.clock.moveTo(Date.parse(version?.expiresAtIso ?? '') + 1000)
    const { alertId } = await draft(district, 'exercise', ['1308902'])

    await submit(district, alertId)
    const board = await completedBoard(district, alertId)

    expect(board.totals.accepted).toBeGreaterThan(0)
  })
})
