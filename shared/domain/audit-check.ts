import { dayOfChain, dayOfIso, hashOfRow, type HashText } from './audit.ts'

/** What somebody else than the chain knows of it: that a row of this sequence has this hash. */
export type KnownHead = {
  /** Who says so: an anchor, the alert's own record, a row of a day's chain. */
  by: string
  sequence: number
  hash: string
  /** Where an anchor says so: no row of this day or an earlier one may follow. */
  anchoredDay?: string
}

/**
 * `unreadable`: no row of the audit. `changed`: its content has another hash than it says. `gap`: rows are missing
 * before it. `out-of-order`: its number came already. `unlinked`: it follows another row than the one before it.
 * `cut`: somebody knows of this row, and the chain ends before it. `differs`: somebody knows another row here.
 * `after-anchor`: it claims a day whose end was anchored without it.
 */
export type ChainFaultKind =
  | 'unreadable'
  | 'changed'
  | 'gap'
  | 'out-of-order'
  | 'unlinked'
  | 'cut'
  | 'differs'
  | 'after-anchor'

/** A fault at the row of this sequence; `by` is who knows better. */
export type ChainFault = { kind: ChainFaultKind; sequence: number; by?: string }

type Stored = Readonly<Record<string, unknown>>
type Readable = { row: Stored; sequence: number; hash: string; previousHash: string; atIso: string }

const asStored = (value: unknown): Stored =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const read = (value: unknown, chain: string): Readable | undefined => {
  const row = asStored(value)
  const { sequence, hash, previousHash, atIso } = row
  if (row['chain'] !== chain || typeof sequence !== 'number' || typeof hash !== 'string') return undefined
  if (typeof previousHash !== 'string' || typeof atIso !== 'string') return undefined
  return { row, sequence, hash, previousHash, atIso }
}

const checkRows = (rows: readonly (Readable | undefined)[], hashText: HashText): ChainFault[] => {
  const faults: ChainFault[] = []
  let expected = 1
  /** Undefined where the row before is missing or cannot be read: its hash is not known. */
  let previousHash: string | undefined = ''
  for (const found of rows) {
    if (found === undefined) {
      faults.push({ kind: 'unreadable', sequence: expected })
      expected += 1
      previousHash = undefined
      continue
    }
    const { row, sequence, hash } = found
    if (sequence > expected) {
      faults.push({ kind: 'gap', sequence: expected })
      previousHash = undefined
    }
    if (sequence < expected) faults.push({ kind: 'out-of-order', sequence })
    if (hashOfRow(row, hashText) !== hash) faults.push({ kind: 'changed', sequence })
    if (previousHash !== undefined && found.previousHash !== previousHash) {
      faults.push({ kind: 'unlinked', sequence })
    }
    expected = sequence + 1
    previousHash = hash
  }
  return faults
}

const checkKnown = (rows: readonly Readable[], known: readonly KnownHead[]): ChainFault[] => {
  const hashes = new Map(rows.map(({ sequence, hash }) => [sequence, hash]))
  const last = Math.max(0, ...hashes.keys())
  return known.flatMap(({ by, sequence, hash }): ChainFault[] => {
    if (sequence === 0) return []
    if (sequence > last) return [{ kind: 'cut', sequence: last + 1, by }]
    return hashes.get(sequence) === hash ? [] : [{ kind: 'differs', sequence, by }]
  })
}

const checkClosed = (chain: string, rows: readonly Readable[], known: readonly KnownHead[]): ChainFault[] =>
  known.flatMap(({ by, sequence: anchored, anchoredDay }) =>
    anchoredDay === undefined
      ? []
      : rows
          .filter(({ sequence, atIso }) => {
            const day = dayOfChain(chain) ?? dayOfIso(atIso)
            return sequence > anchored && day <= anchoredDay
          })
          .map(({ sequence }): ChainFault => ({ kind: 'after-anchor', sequence, by })),
  )

/**
 * Everything that is wrong with a chain, by its rows as they are stored, lowest sequence first. What nobody else knows
 * of cannot be missed: a tail behind the last known head can be cut or written anew without a trace.
 */
export const checkChain = (
  chain: string,
  items: readonly unknown[],
  known: readonly KnownHead[],
  hashText: HashText,
): ChainFault[] => {
  const rows = items.map((item) => read(item, chain))
  const readable = rows.filter((row) => row !== undefined)
  return [
    ...checkRows(rows, hashText),
    ...checkKnown(readable, known),
    ...checkClosed(chain, readable, known),
  ].toSorted((a, b) => a.sequence - b.sequence)
}

/** Intents that no outcome answers: the function died, or its outcome could not be written. */
export const findOpenIntents = (
  rows: readonly { phase: string; sequence: number; answers?: number | undefined }[],
): number[] => {
  const answered = new Set(rows.map(({ answers }) => answers))
  return rows
    .filter(({ phase, sequence }) => phase === 'intent' && !answered.has(sequence))
    .map(({ sequence }) => sequence)
}

/** For each row that repeats an earlier request of the chain, the sequence of the first one. */
export const findRepeats = (
  rows: readonly { phase: string; sequence: number; requestId?: string | undefined }[],
): Map<number, number> => {
  const firsts = new Map<string, number>()
  const repeats = new Map<number, number>()
  for (const { phase, sequence, requestId } of rows) {
    if (phase !== 'intent' || requestId === undefined) continue
    const first = firsts.get(requestId)
    if (first === undefined) firsts.set(requestId, sequence)
    else repeats.set(sequence, first)
  }
  return repeats
}
