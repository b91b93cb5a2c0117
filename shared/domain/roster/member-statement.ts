import { cleanText, searchKey } from '../lao-text.ts'
import type { Member } from '../village.ts'
import type { CellReader } from './cell-reader.ts'
import type { ProblemCode } from './problem.ts'
import { checkDay, readDay } from './read-date.ts'
import { readMemberOrder } from './read-number.ts'
import { readPhone } from './read-phone.ts'
import { readText } from './read-text.ts'
import { ok, refused, type Reading } from './reading.ts'
import { textLimits, type RosterColumn } from './roster-columns.ts'
import { readDuty, readLanguage, readScript, readSex, readStatus } from './value-words.ts'

/** What a row says of its member. What it does not say stays as the roster has it, or gets the usual value. */
export type MemberStatement = Pick<Member, 'name' | 'phone'> & {
  [Field in 'duty' | 'sex' | 'language' | 'script' | 'status']?: Member[Field] | undefined
} & Pick<Member, 'organisation' | 'consentedOn' | 'notes'> & {
    id: string | undefined
    /** The name's search key: one person's name in its various spellings. */
    nameKey: string
    /** Where in the committee, from 1. */
    order: number | undefined
  }

/** The member that a row names; undefined where it names none, or where name or phone cannot be read. */
export function readMemberStatement(row: CellReader, todayIso: string): MemberStatement | undefined {
  if (!row.has('member_name') && !row.has('phone') && !row.has('member_id')) {
    const filled = otherMemberColumns.find((column) => row.has(column))
    if (filled !== undefined) row.warn(filled, 'member-columns-ignored')
    return undefined
  }
  const name = takeNeeded(row, 'member_name', 'member-name-missing', readName)
  const phone = takeNeeded(row, 'phone', 'phone-missing', readPhone)
  const details = {
    id: row.take('member_id', readMemberId),
    duty: row.take('duty', word(readDuty, 'duty-unknown')),
    sex: row.take('sex', word(readSex, 'sex-unknown')),
    language: row.take('language', word(readLanguage, 'language-unknown')),
    script: row.take('script', word(readScript, 'script-unknown')),
    status: row.take('status', word(readStatus, 'status-unknown')),
    organisation: row.take('organisation', (text) => readText(text, textLimits.organisation)),
    consentedOn: row.take('consented_on', (text) => readConsentDay(row, text, todayIso)),
    notes: row.take('notes', (text) => readText(text, textLimits.notes)),
    order: row.take('member_order', readMemberOrder),
  }
  if (name === undefined || phone === undefined) return undefined
  return { name, nameKey: searchKey(name), phone, ...details }
}

/** A day that cannot be is taken where the roster has it, however a spreadsheet writes it by now. */
function readConsentDay(row: CellReader, text: string, todayIso: string): Reading<string> {
  const day = readDay(text)
  const checked = checkDay(day, todayIso)
  const isHeld =
    day.outcome === 'ok' && checked.outcome === 'refused' && row.heldCell('consented_on') === day.value
  return isHeld ? day : checked
}

function readName(text: string): Reading<string> {
  return readText(text, textLimits.name)
}

const otherMemberColumns: readonly RosterColumn[] = [
  'duty',
  'sex',
  'language',
  'script',
  'consented_on',
  'organisation',
  'status',
  'notes',
]

function takeNeeded(
  row: CellReader,
  column: RosterColumn,
  missing: ProblemCode,
  read: (text: string) => Reading<string>,
): string | undefined {
  if (!row.has(column)) row.fail(column, missing)
  return row.take(column, read, cleanText)
}

function word<Value>(read: (text: string) => Value | undefined, unknown: ProblemCode) {
  return (text: string): Reading<Value> => {
    const value = read(text)
    return value === undefined ? refused(unknown) : ok(value)
  }
}

function readMemberId(text: string): Reading<string> {
  const id = text.trim()
  return /^[a-z0-9-]{1,40}$/.test(id) ? ok(id) : refused('member-id-malformed')
}
