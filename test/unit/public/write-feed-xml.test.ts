import { XMLValidator } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import { writeFeedXml } from '../../../functions/public/write-feed-xml.ts'
import type { CapEntry } from '../../../shared/contracts/cap.ts'
import { buildAuthority } from '../../support/cap-samples.ts'
import { parseFeed } from '../../support/public-world.ts'

const entry: CapEntry = {
  alertId: 'a',
  version: 1,
  identifier: 'a-1',
  sender: 'warnings@example.org',
  sent: '2026-07-23T12:00:00+07:00',
  expires: '2026-07-24T12:00:00+07:00',
  title: 'Title',
  summary: 'Summary',
}
const place = { origin: 'https://api.example.org', stage: 'prod' }
const write = (over: Partial<CapEntry>): string =>
  writeFeedXml(buildAuthority(), [{ ...entry, ...over }], place)

it.each([
  ['markup', '<b>&amp; "quoted" ]]>', '<b>&amp; "quoted" ]]>'],
  ['control characters', 'a\u0000b\u001b c', 'ab c'],
  ['half a character, as where a text was cut', 'ends in \ud83c', 'ends in'],
  ['line ends', 'one\n two', 'one two'],
])('a feed holds a text with %s', (_what, summary, read) => {
  const xml = write({ summary })

  expect(XMLValidator.validate(xml)).toBe(true)
  expect(parseFeed(xml).entry[0]?.summary).toBe(read)
})

it('a feed without entries has the time since when the authority agrees', () => {
  expect(parseFeed(writeFeedXml(buildAuthority(), [], place))).toMatchObject({
    updated: '2026-01-01T00:00:00+07:00',
    entry: [],
  })
})
