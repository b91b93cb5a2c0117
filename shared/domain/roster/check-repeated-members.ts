import type { MergedMember } from './merge-members.ts'
import type { MemberStatement } from './member-statement.ts'
import type { ProblemLog } from './problem-log.ts'

/** A statement with the number of its row. */
export type MemberRow = MemberStatement & { rowNumber: number }

/**
 * Reports members that a village's rows name twice. Sharing a phone under different names is no error, nor is an
 * entry of somebody who left and came back, nor two entries that the roster has under ids of their own.
 */
export function checkRepeatedMembers(merged: readonly MergedMember<MemberRow>[], log: ProblemLog): void {
  const rows = merged.map(({ statement }) => statement)
  const staying = merged.filter(({ after }) => after.status !== 'left')
  for (const [first, ...again] of groupsOf(staying, personKey)) {
    const repeated = again.filter((other) => !isNamedById(first) || !isNamedById(other))
    for (const { statement } of repeated) {
      log.error(statement.rowNumber, 'phone', 'member-twice', { rows: [first.statement.rowNumber] })
    }
  }
  for (const [first, ...again] of groupsOf(rows, ({ id }) => id)) {
    for (const row of again)
      log.error(row.rowNumber, 'member_id', 'member-id-twice', { rows: [first.rowNumber] })
  }
  for (const [first, ...again] of groupsOf(rows, ({ order }) => order)) {
    for (const row of again)
      log.warn(row.rowNumber, 'member_order', 'member-order-twice', { rows: [first.rowNumber] })
  }
}

function personKey({ statement: { phone, nameKey } }: MergedMember<MemberRow>): string {
  return `${phone} ${nameKey}`
}

function isNamedById({ statement, before }: MergedMember<MemberRow>): boolean {
  return before !== undefined && before.id === statement.id
}

/** Warns of every phone that stands in several rows of the file, naming the other rows and never the number. */
export function warnOfRepeatedPhones(
  rows: readonly { rowNumber: number; phone: string }[],
  log: ProblemLog,
): void {
  for (const group of groupsOf(rows, ({ phone }) => phone)) {
    const rowNumbers = group.map(({ rowNumber }) => rowNumber)
    for (const [index, rowNumber] of rowNumbers.entries()) {
      const nearby = rowNumbers.slice(Math.max(0, index - mostNamed), index + mostNamed + 1)
      const rowsNamed = nearby.filter((other) => other !== rowNumber)
      log.warn(rowNumber, 'phone', 'phone-repeated', { rows: rowsNamed })
    }
  }
}

/** A number that stands in thousands of rows must not make a message of thousands of row numbers. */
const mostNamed = 50

/** Rows that share a key, at least two of them. Most keys of a file are single and cost no group of their own. */
function groupsOf<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): [Row, Row, ...Row[]][] {
  const seen = new Set<unknown>([undefined])
  const repeated = new Set<unknown>()
  for (const row of rows) {
    const key = keyOf(row)
    if (seen.has(key)) repeated.add(key)
    else seen.add(key)
  }
  repeated.delete(undefined)
  if (repeated.size === 0) return []
  const groups = Map.groupBy(
    rows.filter((row) => repeated.has(keyOf(row))),
    keyOf,
  )
  return [...groups.values()].flatMap(([first, second, ...others]) =>
    first === undefined || second === undefined
      ? []
      : [[first, second, ...others] satisfies [Row, Row, ...Row[]]],
  )
}
