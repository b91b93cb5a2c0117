import { describe, expect, it } from 'vitest'
import { checkAudit, type KeptAudit } from '../../../scripts/check-audit.ts'
import type { StoredAnchor } from '../../../shared/domain/audit-anchor.ts'
import { headBefore, sealRow, type AuditNote, type AuditRow } from '../../../shared/domain/audit.ts'
import { canonicalJson } from '../../../shared/domain/canonical-json.ts'
import { digestOfText } from '../../../shared/request-id.ts'

const day = 'day#2026-07-23'
const alert = 'alert#a1'

const grow = (rows: AuditRow[], chain: string, note: Partial<AuditNote> = {}): AuditRow => {
  const row = sealRow(
    { phase: 'event', who: 'siang', action: 'expire', subject: {}, ...note },
    { id: `row-${rows.length}`, atIso: '2026-07-23T12:00:00+07:00' },
    rows.at(-1) ?? headBefore(chain),
    digestOfText,
  )
  rows.push(row)
  return row
}

/** An alert with three rows; the day's chain says that it was gone on with after the second. */
const keep = () => {
  const ofAlert: AuditRow[] = []
  const ofDay: AuditRow[] = []
  grow(ofAlert, alert)
  const opened = grow(ofAlert, alert)
  grow(ofDay, day, { action: 'open-chain', opens: { chain: alert, sequence: 2, hash: opened.hash } })
  grow(ofAlert, alert)
  return { ofAlert, ofDay }
}
const anchorOf = (rows: readonly AuditRow[]): StoredAnchor => {
  const heads = rows.map(({ chain, sequence, hash }) => ({ chain, sequence, hash }))
  const anchor = { schemaVersion: 1, day: '2026-07-23', madeAtIso: '', heads, previous: null } as const
  return { anchor, text: canonicalJson(anchor) }
}
const keptOf = (over: Partial<KeptAudit>): KeptAudit => ({
  chains: new Map(),
  anchors: [],
  recorded: new Map(),
  ...over,
})
const faultsOf = (kept: KeptAudit) =>
  checkAudit(kept).chains.flatMap(({ chain, faults }) =>
    faults.map(({ kind, sequence, by }) => `${chain} ${kind} ${sequence} ${by ?? ''}`.trim()),
  )

describe('checking the whole audit', () => {
  it('finds nothing where nothing was touched, in whatever order rows come', () => {
    const { ofAlert, ofDay } = keep()
    const chains = new Map([
      [alert, ofAlert.toReversed()],
      [day, ofDay],
    ])

    const report = checkAudit(keptOf({ chains, anchors: [anchorOf([...ofAlert.slice(-1), ...ofDay])] }))

    expect(report.chains.map(({ chain, rows }) => `${chain} ${rows}`)).toEqual([`${alert} 3`, `${day} 1`])
    expect(report.chains.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('misses a chain that is gone altogether, by whoever knew of it', () => {
    const { ofAlert, ofDay } = keep()
    const anchors = [anchorOf(ofAlert.slice(-1))]
    const recorded = new Map([[alert, { sequence: 3, hash: ofAlert[2]?.hash ?? '' }]])

    expect(faultsOf(keptOf({ anchors }))).toEqual([`${alert} cut 1 anchor of 2026-07-23`])
    expect(faultsOf(keptOf({ recorded }))).toEqual([`${alert} cut 1 alert`])
    expect(faultsOf(keptOf({ chains: new Map([[day, ofDay]]) }))).toEqual([`${alert} cut 1 row 1 of ${day}`])
  })
})
