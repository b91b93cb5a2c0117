import { canonicalJson } from './canonical-json.ts'

/**
 * `intent`: before a change. `outcome`: what became of it. `reveal`: somebody was shown or handed what is personal.
 * `event`: Siang did something by itself.
 */
export const auditPhases = ['intent', 'outcome', 'reveal', 'event'] as const

/** What somebody did: ids, codes and digests alone. Never a name, a phone number or a text that a person wrote. */
export type AuditNote = {
  phase: (typeof auditPhases)[number]
  /** A user's id, or `siang`. */
  who: string
  /** A route as its contract has it, or an action of a version. */
  action: string
  /** Ids and codes by what they name: `alertId`, `village`, `memberId` … */
  subject: Readonly<Record<string, string>>
  correlationId?: string
  /** The same where the same user sends the same Idempotency-Key to the same route again. */
  requestId?: string
  /** SHA-256 of the body as it was parsed, in canonical JSON. */
  bodyDigest?: string
  /** HTTP status of the answer, and the code of its problem. */
  status?: number
  code?: string
  /** The sequence of the intent whose outcome this is. */
  answers?: number
  /** A chain that gets its first row of the day after this one, as it stood before. */
  opens?: ChainHead
}

/** Where a chain ends: 0 and an empty hash before its first row. */
export type ChainHead = { chain: string; sequence: number; hash: string }

/** A row as it is kept. `hash` is the SHA-256 of the canonical JSON of all else. */
export type AuditRow = AuditNote & {
  schemaVersion: 1
  chain: string
  /** Counts from 1, without gaps. */
  sequence: number
  /** Tells rows apart that say the same. */
  id: string
  atIso: string
  previousHash: string
  hash: string
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
export type HashText = (text: string) => string

/** What appends to the audit. `after`: the row that was written just before, where its outcome belongs. */
export type AuditTrail = {
  append: (note: AuditNote, after?: AuditRow) => Promise<AuditRow>
}

export const chainOfAlert = (alertId: string): string => `alert#${alertId}`
export const chainOfDay = (day: string): string => `day#${day}`

/** The day of a day's chain, as yyyy-mm-dd; undefined for an alert's. */
export const dayOfChain = (chain: string): string | undefined => /^day#(\d{4}-\d{2}-\d{2})$/.exec(chain)?.[1]

/** The day of a time that is written with the offset of Laos. */
export const dayOfIso = (atIso: string): string => atIso.slice(0, 10)

export const headBefore = (chain: string): ChainHead => ({ chain, sequence: 0, hash: '' })

/** The hash that belongs to a row, whatever stands in its `hash`. */
export const hashOfRow = (row: Readonly<Record<string, unknown>>, hashText: HashText): string => {
  const { hash: _, ...rest } = row
  return hashText(canonicalJson(rest))
}

/** The row that follows the head of a chain. */
export const sealRow = (
  note: AuditNote,
  made: { id: string; atIso: string },
  head: ChainHead,
  hashText: HashText,
): AuditRow => {
  const row = {
    ...note,
    ...made,
    schemaVersion: 1 as const,
    chain: head.chain,
    sequence: head.sequence + 1,
    previousHash: head.hash,
  }
  return { ...row, hash: hashOfRow(row, hashText) }
}
