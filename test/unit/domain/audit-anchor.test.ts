import { describe, expect, it } from 'vitest'
import {
  checkAnchors,
  daysToAnchor,
  knownFromAnchor,
  type AuditAnchor,
  type StoredAnchor,
} from '../../../shared/domain/audit-anchor.ts'
import { canonicalJson } from '../../../shared/domain/canonical-json.ts'
import { digestOfText } from '../../../shared/request-id.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)

const store = (anchor: AuditAnchor): StoredAnchor => ({ anchor, text: canonicalJson(anchor) })
const buildAnchors = (days: readonly string[]): StoredAnchor[] => {
  const stored: StoredAnchor[] = []
  for (const day of days) {
    const before = stored.at(-1)
    stored.push(
      store({
        schemaVersion: 1,
        day,
        madeAtIso: `${day}T23:59:59+07:00`,
        heads: [{ chain: `day#${day}`, sequence: 3, hash: `hash of ${day}` }],
        previous: before === undefined ? null : { day: before.anchor.day, hash: digestOfText(before.text) },
      }),
    )
  }
  return stored
}

describe('the days to anchor', () => {
  it('are none before a day in Laos is over for ten minutes, then that day', () => {
    expect(daysToAnchor('2026-11-20', at('2026-11-22T00:09:59'))).toEqual([])
    expect(daysToAnchor('2026-11-20', at('2026-11-22T00:10:00'))).toEqual(['2026-11-21'])
    expect(daysToAnchor('2026-11-21', at('2026-11-22T12:00:00'))).toEqual([])
  })

  it('are every day that was missed, over the end of a month, forty at a time', () => {
    expect(daysToAnchor('2026-02-27', at('2026-03-02T08:00:00'))).toEqual(['2026-02-28', '2026-03-01'])
    expect(daysToAnchor('2026-01-01', at('2026-12-01T08:00:00'))).toHaveLength(40)
  })

  it('begin with the last one where nothing was ever anchored', () => {
    expect(daysToAnchor(undefined, at('2026-11-22T08:00:00'))).toEqual(['2026-11-21'])
  })
})

describe('anchors', () => {
  const days = ['2026-11-19', '2026-11-20', '2026-11-21']

  it('that follow one another are without fault', () => {
    expect(checkAnchors(buildAnchors(days), digestOfText)).toEqual([])
  })

  it('tell one that was changed, one that is missing, and a missing beginning', () => {
    const anchors = buildAnchors(days)
    const first = anchors[0]
    if (first === undefined) throw new Error('no anchor')
    const changed = anchors.with(0, store({ ...first.anchor, heads: [] }))

    expect(checkAnchors(changed, digestOfText)).toEqual([{ kind: 'anchor-changed', day: '2026-11-19' }])
    expect(checkAnchors(anchors.toSpliced(1, 1), digestOfText)).toEqual([
      { kind: 'anchor-missing', day: '2026-11-20' },
    ])
    expect(checkAnchors(anchors.slice(1), digestOfText)).toEqual([
      { kind: 'anchor-missing', day: '2026-11-19' },
    ])
  })

  it('know the head of each of their chains, and of no other', () => {
    const anchor = buildAnchors(days)[1]?.anchor
    if (anchor === undefined) throw new Error('no anchor')

    expect(knownFromAnchor(anchor, 'day#2026-11-20')).toEqual([
      { by: 'anchor of 2026-11-20', sequence: 3, hash: 'hash of 2026-11-20', anchoredDay: '2026-11-20' },
    ])
    expect(knownFromAnchor(anchor, 'alert#a')).toEqual([])
  })
})
