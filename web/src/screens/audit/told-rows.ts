import type { AnswerOf } from '../../api/routes.ts'

export type AuditRow = AnswerOf<'GET /v1/audit'>['rows'][number]

/** What is told of a row, and its outcome where that stands among the same rows. */
export type ToldRow = { row: AuditRow; outcome: AuditRow | undefined }

/** Rows as people read them: what somebody asked for together with what became of it. */
export const tellRows = (rows: readonly AuditRow[]): ToldRow[] => {
  const asked = new Set(rows.filter(({ phase }) => phase === 'intent').map(({ sequence }) => sequence))
  const outcomes = new Map(
    rows.flatMap((row): [number, AuditRow][] =>
      row.phase === 'outcome' && row.answers !== null ? [[row.answers, row]] : [],
    ),
  )
  return rows
    .filter((row) => row.phase !== 'outcome' || row.answers === null || !asked.has(row.answers))
    .map((row) => ({ row, outcome: row.phase === 'intent' ? outcomes.get(row.sequence) : undefined }))
}
