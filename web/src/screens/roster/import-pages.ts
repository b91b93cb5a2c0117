import { callApi, type CallResult } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'

export type ImportProblem = AnswerOf<'GET /v1/roster-imports/{importId}/problems'>['problems'][number]
export type ImportChange = AnswerOf<'GET /v1/roster-imports/{importId}/changes'>['changes'][number]

const queryOf = (cursor: string | undefined, limit: number) =>
  cursor === undefined ? { limit } : { limit, cursor }

/** A page of what is wrong with a file, errors first. */
export const loadProblems = (importId: string, cursor: string | undefined, limit = 100) =>
  callApi('GET /v1/roster-imports/{importId}/problems', {
    params: { importId },
    query: queryOf(cursor, limit),
  })

/** A page of what a file would change. */
export const loadChanges = (importId: string, cursor: string | undefined) =>
  callApi('GET /v1/roster-imports/{importId}/changes', {
    params: { importId },
    query: queryOf(cursor, 100),
  })

/** Every error of a file, page after page; warnings, which follow, are left. */
export const loadErrors = async (importId: string): Promise<CallResult<ImportProblem[]>> => {
  const errors: ImportProblem[] = []
  let cursor: string | undefined
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page = await loadProblems(importId, cursor, 500)
    if (!page.ok) return page
    const found = page.body.problems.filter(({ severity }) => severity === 'error')
    errors.push(...found)
    if (page.body.nextCursor === null || found.length < page.body.problems.length) {
      return { ok: true, body: errors, etag: undefined }
    }
    cursor = page.body.nextCursor
  }
}

/** What is wrong row by row, in the order of the sheet's rows as they came. */
export const byRow = (problems: readonly ImportProblem[]): [number, ImportProblem[]][] => {
  const rows = new Map<number, ImportProblem[]>()
  for (const problem of problems) {
    const row = rows.get(problem.rowNumber) ?? []
    row.push(problem)
    rows.set(problem.rowNumber, row)
  }
  return [...rows].sort(([one], [other]) => one - other)
}
