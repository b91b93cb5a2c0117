import { describe, expect, it } from 'vitest'
import { tellRows, type AuditRow } from '../../../web/src/screens/audit/told-rows.ts'

const rowOf = (sequence: number, phase: AuditRow['phase'], answers: number | null = null): AuditRow => ({
  sequence,
  phase,
  who: 'somebody',
  action: 'POST /v1/alerts',
  subject: {},
  atIso: '2026-11-22T03:05:00+07:00',
  correlationId: null,
  bodyDigest: null,
  status: null,
  code: null,
  answers,
  repeats: null,
  opens: null,
  previousHash: '',
  hash: '',
})

describe('rows of the audit as they are told', () => {
  it('tell what was asked for together with what became of it, in the order of asking', () => {
    const rows = [rowOf(1, 'intent'), rowOf(2, 'intent'), rowOf(3, 'outcome', 2), rowOf(4, 'outcome', 1)]

    const told = tellRows(rows)

    expect(told.map(({ row, outcome }) => [row.sequence, outcome?.sequence])).toEqual([
      [1, 4],
      [2, 3],
    ])
  })

  it('keep an outcome whose question is elsewhere, and a question without an outcome', () => {
    const told = tellRows([
      rowOf(1, 'outcome', 77),
      rowOf(2, 'intent'),
      rowOf(3, 'event'),
      rowOf(4, 'outcome'),
    ])

    expect(told.map(({ row }) => row.sequence)).toEqual([1, 2, 3, 4])
    expect(told.every(({ outcome }) => outcome === undefined)).toBe(true)
  })
})
