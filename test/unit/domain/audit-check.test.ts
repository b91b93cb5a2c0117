import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkChain,
  findOpenIntents,
  findRepeats,
  type KnownHead,
} from '../../../shared/domain/audit-check.ts'
import { hashOfRow, headBefore, sealRow, type AuditRow } from '../../../shared/domain/audit.ts'
import { digestOfText } from '../../../shared/request-id.ts'

const chain = 'alert#a1'

/** A chain of so many rows, one an hour. */
const buildChain = (length: number, of = chain): AuditRow[] => {
  const rows: AuditRow[] = []
  for (let index = 0; index < length; index += 1) {
    const at = new Date(Date.parse('2026-07-23T00:00:00Z') + index * 3_600_000)
    rows.push(
      sealRow(
        {
          phase: index % 2 === 0 ? 'intent' : 'outcome',
          who: `user-${index % 3}`,
          action: 'POST /v1/alerts/{alertId}/stop',
          subject: { alertId: 'a1' },
          ...(index % 2 === 0 ? {} : { answers: index, status: 200 }),
        },
        { id: `row-${index}`, atIso: `${at.toISOString().slice(0, 19)}+07:00` },
        rows.at(-1) ?? headBefore(of),
        digestOfText,
      ),
    )
  }
  return rows
}

const rowAt = (rows: readonly AuditRow[], index: number): AuditRow => {
  const row = rows[index]
  if (row === undefined) throw new Error('no such row')
  return row
}

const headOf = (rows: readonly AuditRow[], sequence: number, over: Partial<KnownHead> = {}): KnownHead => ({
  by: 'anchor',
  sequence,
  hash: rows[sequence - 1]?.hash ?? '',
  ...over,
})
const faultsOf = (rows: readonly unknown[], known: readonly KnownHead[] = [], of = chain) =>
  checkChain(of, rows, known, digestOfText)
const reseal = (rows: readonly AuditRow[], from: number): AuditRow[] => {
  const sealed = rows.slice(0, from)
  for (const row of rows.slice(from)) {
    const {
      hash: _hash,
      previousHash: _previous,
      sequence: _sequence,
      chain: _chain,
      schemaVersion: _version,
      ...note
    } = row
    sealed.push(
      sealRow(note, { id: row.id, atIso: row.atIso }, sealed.at(-1) ?? headBefore(chain), digestOfText),
    )
  }
  return sealed
}

describe('a chain', () => {
  it('that nobody touched is without fault, whatever is known of it', () => {
    const rows = buildChain(9)

    expect(faultsOf(rows, [headOf(rows, 9), headOf(rows, 4), headOf(rows, 0)])).toEqual([])
    expect(faultsOf([])).toEqual([])
  })

  it.each([
    ['a changed row', (rows: AuditRow[]) => rows.with(2, { ...rowAt(rows, 2), who: 'other' }), 'changed', 3],
    ['a missing row', (rows: AuditRow[]) => rows.toSpliced(3, 1), 'gap', 4],
    ['a missing beginning', (rows: AuditRow[]) => rows.slice(1), 'gap', 1],
    [
      'two rows in each other’s place',
      (rows: AuditRow[]) => [rows[1], rows[0], ...rows.slice(2)],
      'out-of-order',
      1,
    ],
    ['a row twice', (rows: AuditRow[]) => rows.toSpliced(3, 0, rowAt(rows, 2)), 'out-of-order', 3],
    [
      'what is no row',
      (rows: AuditRow[]) => [...rows.slice(0, 2), { sequence: 3 }, ...rows.slice(3)],
      'unreadable',
      3,
    ],
    ['a tail cut behind an anchor', (rows: AuditRow[]) => rows.slice(0, 4), 'cut', 5],
    [
      'another chain’s row',
      (rows: AuditRow[]) => rows.with(1, rowAt(buildChain(6, 'alert#b'), 1)),
      'unreadable',
      2,
    ],
  ])('with %s is told at its row', (_name, tamper, kind, sequence) => {
    const rows = buildChain(6)

    const faults = faultsOf(tamper([...rows]), [headOf(rows, 6)])

    expect(faults).toContainEqual(expect.objectContaining({ kind, sequence }))
  })

  it('written anew from some row on is told by whoever knew a later row', () => {
    const rows = buildChain(6)
    const forged = reseal(rows.with(2, { ...rowAt(rows, 2), who: 'other' }), 2)

    expect(faultsOf(forged)).toEqual([])
    expect(faultsOf(forged, [headOf(rows, 5)])).toEqual([{ kind: 'differs', sequence: 5, by: 'anchor' }])
  })

  it('of an alert may not get rows of a day whose end was anchored without them', () => {
    const rows = buildChain(30)
    const anchored = headOf(rows, 20, { anchoredDay: '2026-07-23' })

    const faults = faultsOf(rows, [anchored])

    expect(faults.map(({ kind, sequence }) => `${kind} ${sequence}`)).toEqual([
      'after-anchor 21',
      'after-anchor 22',
      'after-anchor 23',
      'after-anchor 24',
    ])
  })

  it('of a day may get no row after its anchor, whatever time it claims', () => {
    const rows = buildChain(30, 'day#2026-07-23')
    const anchored = headOf(rows, 29, { anchoredDay: '2026-07-23' })

    expect(faultsOf(rows, [anchored], 'day#2026-07-23')).toEqual([
      { kind: 'after-anchor', sequence: 30, by: 'anchor' },
    ])
  })
})

describe('any single tampering', () => {
  type Tampering = { rows: AuditRow[]; anchored: number; tampered: unknown[] }
  const edits = fc.constantFrom<[keyof AuditRow, unknown]>(
    ['who', 'somebody-else'],
    ['action', 'another'],
    ['subject', { alertId: 'a2' }],
    ['atIso', '2026-07-23T05:00:01+07:00'],
    ['status', 500],
    ['answers', 77],
    ['hash', 'f'.repeat(64)],
    ['previousHash', 'e'.repeat(64)],
    ['id', 'row-x'],
    ['code', 'wrong-state'],
  )

  const tamperings = fc
    .record({
      length: fc.integer({ min: 2, max: 14 }),
      anchor: fc.nat(),
      place: fc.nat(),
      other: fc.nat(),
      how: fc.constantFrom('edit', 'edit-and-reseal', 'delete', 'swap', 'cut', 'insert', 'insert-and-reseal'),
      edit: edits,
    })
    .map(({ length, anchor, place, other, how, edit: [field, value] }): Tampering => {
      const rows = buildChain(length)
      const anchored = 1 + (anchor % length)
      /** What lies behind the anchor nobody can miss: tampering there is not part of the claim. */
      const at = place % anchored
      const row = rowAt(rows, at)
      const edited = rows.with(at, { ...row, [field]: value })
      const second = (at + 1 + (other % (length - 1))) % length
      const inserted = rows.toSpliced(at, 0, { ...row, who: 'forger', id: 'forged' })
      const swapped = rows
        .with(at, { ...rowAt(rows, second), sequence: at + 1 })
        .with(second, { ...row, sequence: second + 1 })
      const tampered: Record<typeof how, unknown[]> = {
        edit: edited,
        'edit-and-reseal': reseal(rows.with(at, { ...row, who: 'forger' }), at),
        delete: rows.toSpliced(at, 1),
        swap: swapped,
        cut: rows.slice(0, at),
        insert: inserted,
        'insert-and-reseal': reseal(inserted, at),
      }
      return { rows, anchored, tampered: tampered[how] }
    })

  it('of a random chain is found where somebody knows a row behind it', () => {
    fc.assert(
      fc.property(tamperings, ({ rows, anchored, tampered }) => {
        const known = [headOf(rows, anchored)]

        expect(faultsOf(rows, known)).toEqual([])
        expect(faultsOf(tampered, known)).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('that leaves later rows as they are is found without anybody’s help', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.nat(),
        edits.filter(([field]) => field !== 'hash'),
        (length, place, [field, value]) => {
          const rows = buildChain(length)
          const at = place % length
          const row = rowAt(rows, at)
          const changed = { ...row, [field]: value }
          const sealed = at < length - 1 ? { ...changed, hash: hashOfRow(changed, digestOfText) } : changed

          expect(faultsOf(rows.with(at, sealed))).not.toEqual([])
        },
      ),
    )
  })
})

const intent = (sequence: number, requestId?: string) => ({ phase: 'intent', sequence, requestId })

describe('what a chain tells besides', () => {
  it('is which intents have no outcome', () => {
    const rows = buildChain(6)

    expect(findOpenIntents(rows)).toEqual([])
    expect(findOpenIntents(rows.slice(0, 5))).toEqual([5])
  })

  it('is which intents repeat an earlier request', () => {
    const repeats = findRepeats([intent(1, 'a'), intent(3, 'b'), intent(5, 'a'), intent(7), intent(9, 'a')])

    expect([...repeats]).toEqual([
      [5, 1],
      [9, 1],
    ])
  })
})
