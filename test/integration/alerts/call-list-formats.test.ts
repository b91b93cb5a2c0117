import { describe, expect } from 'vitest'
import { parse } from 'csv-parse/sync'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { buildCommittee, issueAlert, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { recordCall } from '../../support/calls.ts'
import { it } from '../../support/world-test.ts'

const minutes = (count: number): number => count * 60_000

const written = async (world: AlertWorld, alertId: string, format: 'csv' | 'html', user = 'province') => {
  const answer = await world.api.call(alertRoutes.getCallList, {
    user,
    params: { alertId },
    query: { format },
  })
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
  return { headers: answer.headers, text: answer.body ?? '' }
}

const hostile = '=HYPERLINK("http://x","y")<script>alert(1)</script>\'&'

/** A world with one village whose every text tries to be a formula and markup. */
const seedHostile = async (world: AlertWorld, mode: 'exercise' | 'actual' = 'exercise'): Promise<string> => {
  await world.seedVillages([
    villageWith('1308001', 0, {
      nameLo: hostile,
      nameEn: hostile,
      safePlaceLo: hostile,
      languagesSpoken: [hostile],
      members: buildCommittee('1308001', 1, { name: hostile }),
    }),
    villageWith('1308002', 0),
  ])
  const alertId = await issueAlert(world, { mode, texts: { en: `FLOOD ${hostile}` } })
  await world.drain()
  world.time.nowMs += minutes(10)
  await recordCall(world, alertId, '1308001', { outcome: 'no-answer', note: hostile })
  return alertId
}

describe('the call list as CSV', () => {
  it('opens in a spreadsheet: marked as UTF-8, a row for each person, no cell a formula', async ({
    world,
  }) => {
    const alertId = await seedHostile(world)

    const { headers, text } = await written(world, alertId, 'csv')

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    expect(rows.map(({ village_code, mode, reason }) => [village_code, mode, reason])).toEqual([
      ['1308002', 'exercise', 'send-someone'],
      ['1308001', 'exercise', 'call'],
    ])
    expect(rows[1]).toMatchObject({
      village_name_lo: `'${hostile}`,
      member_name: `'${hostile}`,
      safe_place: `'${hostile}`,
      phone: '020 55 800 100',
      sms: 'accepted',
    })
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })
})

describe('the call list as a page', () => {
  it('runs nothing and lets nothing in, whatever people entered', async ({ world }) => {
    const alertId = await seedHostile(world)

    const { headers, text } = await written(world, alertId, 'html')

    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'; style-src 'sha256-")
    expect(text).not.toMatch(/<script|<img|<a |href=|src=|onload/)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;')
    expect(text.match(/<style>/g)).toHaveLength(1)
  })

  it('says in its title and at every village that it is an exercise', async ({ world }) => {
    const { text } = await written(world, await seedHostile(world), 'html')

    expect(text).toMatch(/<title>ຝຶກຊ້ອມ \/ EXERCISE: /)
    expect(text).toContain(': ເຕືອນໄພ / Warning · ')
    const headers = [...text.matchAll(/<th class="village"[^>]*>(.*?)<\/th>/g)].map(([, cell = '']) => cell)
    expect(headers).toHaveLength(2)
    for (const header of headers) expect(header).toMatch(/^<span class="mark">ຝຶກຊ້ອມ \/ EXERCISE<\/span>/)
  })

  it('of an actual alert has no such word, and has both languages', async ({ world }) => {
    const { text } = await written(world, await seedHostile(world, 'actual'), 'html')

    expect(text).not.toContain('EXERCISE')
    expect(text).toContain('ເບີໂທ / Phone')
  })
})
