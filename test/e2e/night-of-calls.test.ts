import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { ApiClient } from '../../local/demo/api-client.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { callListView } from '../../shared/contracts/calls.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

type List = z.output<typeof callListView>

const readList = (officer: ApiClient, alertId: string): Promise<List> =>
  officer(alertRoutes.getCallList, { params: { alertId } })

const record = (officer: ApiClient, alertId: string, code: string, body: Record<string, unknown>) =>
  officer(alertRoutes.recordAcknowledgement, { params: { alertId, code }, body })

/** Calls the village at the top of the list: the first try rings out, the next one is answered. */
const callFirst = async (officer: ApiClient, alertId: string, { villages }: List): Promise<void> => {
  const [top] = villages
  if (top === undefined) throw new Error('the list is empty')
  const memberId = top.contacts[0]?.memberId
  const isFirstTry = top.calls.length === 0 && top.reason === 'call'
  const answered = top.reason === 'needs-help' ? 'relaying' : 'told'
  await record(officer, alertId, top.village, {
    outcome: isFirstTry ? 'no-answer' : answered,
    ...(memberId === undefined ? { note: 'a person went there by boat' } : { memberId }),
  })
}

describe('a night of calls until every village is acknowledged', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
  })
  afterAll(() => siang.end())

  it('takes village after village off the list and turns the board green', async () => {
    const officer = await siang.signIn('officer.songkhone')
    const alertId = await issueWarning(officer, ['1308'], toIso(Date.now() + 12 * 3_600_000))
    const board = await completedBoard(officer, alertId)
    const all = board.villages.length
    const flooded = board.villages[3]?.[0] ?? ''

    const list = await readList(officer, alertId)
    await record(officer, alertId, flooded, { outcome: 'needs-help', note: 'six people on a roof' })
    const withHelp = await readList(officer, alertId)

    expect(board.coverage.acknowledged).toBeUndefined()
    expect(list.villages).toHaveLength(all)
    expect(list.villages[0]?.reason).toBe('send-someone')
    expect(withHelp.villages[0]).toMatchObject({ village: flooded, reason: 'needs-help' })

    let calls = 0
    let rest = withHelp
    while (rest.villages.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- one call after the other, as at a desk
      await callFirst(officer, alertId, rest)
      calls += 1
      // oxlint-disable-next-line no-await-in-loop -- as above
      rest = await readList(officer, alertId)
      expect(calls).toBeLessThanOrEqual(2 * all)
    }

    const after = await officer(alertRoutes.getBoard, { params: { alertId } })
    expect(after.coverage).toEqual({ acknowledged: all })
    expect(after.totals).toEqual(board.totals)
  })

  it('can be printed and opened in a spreadsheet, with numbers for officers alone', async () => {
    const alertId = await issueWarning(
      await siang.signIn('officer.songkhone'),
      ['1308'],
      toIso(Date.now() + 12 * 3_600_000),
    )
    const get = async (username: string, accept: string) => {
      const authorization = `Bearer ${await siang.token(username)}`
      const answer = await fetch(`${siang.origin}/v1/alerts/${alertId}/call-list`, {
        headers: { authorization, accept },
      })
      return {
        type: answer.headers.get('content-type'),
        policy: answer.headers.get('content-security-policy'),
        text: await answer.text(),
      }
    }

    const page = await get('officer.songkhone', 'text/html')
    const table = await get('officer.songkhone', 'text/csv')
    const masked = await get('viewer.songkhone', 'text/csv')

    expect(page).toMatchObject({
      type: 'text/html; charset=utf-8',
      policy: expect.stringContaining('sandbox'),
    })
    expect(page.text).toContain('EXERCISE')
    expect(page.text).toMatch(/020 \d\d \d{3} \d{3}/)
    expect(table.text).toMatch(/020 \d\d \d{3} \d{3}/)
    expect(masked.type).toBe('text/csv; charset=utf-8')
    expect(masked.text).not.toMatch(/020 \d\d \d{3} \d{3}/)
    expect(masked.text).toContain('********')
  })
})
