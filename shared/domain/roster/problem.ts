import { memberMessages } from './member-messages.ts'
import { phoneMessages } from './phone-messages.ts'
import { placeMessages } from './place-messages.ts'
import type { RosterColumn } from './roster-columns.ts'
import { tableMessages } from './table-messages.ts'
import { villageMessages } from './village-messages.ts'

const messages = {
  ...tableMessages,
  ...placeMessages,
  ...villageMessages,
  ...memberMessages,
  ...phoneMessages,
}
export type ProblemCode = keyof typeof messages

/**
 * One thing wrong with one row: as the spreadsheet numbers it, in which column (null: the row or village as a
 * whole), what it is and what to do. Never holds what the cell says. Errors keep the file from being applied.
 */
export type Problem = {
  rowNumber: number
  column: RosterColumn | null
  severity: 'error' | 'warning'
  code: ProblemCode
  message: { en: string; lo: string }
}

/** What a message's placeholders stand for. `rows` are numbers of other rows. Never the value of a cell. */
export type ProblemDetails = {
  rows?: readonly number[]
  limit?: number
  count?: number
  letter?: string
  /** Codes of other villages. */
  villages?: readonly string[]
  suggestion?: RosterColumn | undefined
}

export function describeProblem(
  rowNumber: number,
  column: RosterColumn | null,
  severity: Problem['severity'],
  code: ProblemCode,
  details: ProblemDetails = {},
): Problem {
  const { en, lo } = messages[code]
  const message = {
    en: fill(en, details, (more) => ` and ${more} more`),
    lo: fill(lo, details, (more) => ` ແລະ ອີກ ${more} ແຖວ`),
  }
  return { rowNumber, column, severity, code, message }
}

const mostRowsNamed = 5

function fill(sentence: string, details: ProblemDetails, andMore: (more: number) => string): string {
  if (!sentence.includes('{')) return sentence
  const rows = details.rows ?? []
  const more = rows.length - mostRowsNamed
  const named = rows.slice(0, mostRowsNamed).join(', ')
  return sentence
    .replaceAll('{rows}', more > 0 ? named + andMore(more) : named)
    .replaceAll('{villages}', (details.villages ?? []).slice(0, mostRowsNamed).join(', '))
    .replaceAll('{limit}', String(details.limit))
    .replaceAll('{count}', String(details.count))
    .replaceAll('{letter}', details.letter ?? '')
    .replaceAll('{suggestion}', details.suggestion ?? '')
}
