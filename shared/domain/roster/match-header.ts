import { searchKey } from '../lao-text.ts'
import { headerWords } from './header-words.ts'
import { rosterColumns, type RosterColumn } from './roster-columns.ts'

/** The column that a header names in English or Lao; undefined where it names none. */
export function matchHeader(text: string): RosterColumn | undefined {
  return columnsByKey.get(headerKey(text))
}

/** The column that an unknown header may be meant for: one that it is misspelt from, or holds the words of. */
export function suggestHeader(text: string): RosterColumn | undefined {
  const key = headerKey(text)
  if (key.length < 3) return undefined
  const near = knownKeys
    .map((known) => ({ known, distance: editDistance(known, key) }))
    .filter(({ known, distance }) => distance <= Math.floor(Math.min(known.length, key.length) / 4))
    .toSorted((one, other) => one.distance - other.distance)
  const nearest = near[0]?.known ?? knownKeys.find((known) => known.length >= 4 && key.includes(known))
  return nearest === undefined ? undefined : columnsByKey.get(nearest)
}

function headerKey(text: string): string {
  return searchKey(text.slice(0, 200)).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Levenshtein's: how many letters must be put in, taken out or exchanged. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const exchanged = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, exchanged))
    }
    previous = current
  }
  return previous[other.length] ?? 0
}

const columnsByKey = new Map(
  rosterColumns.flatMap((column) =>
    [column, ...headerWords[column].en, ...headerWords[column].lo].map(
      (word) => [headerKey(word), column] as const,
    ),
  ),
)
/** Longest first, so that the most telling word wins. */
const knownKeys = [...columnsByKey.keys()].toSorted((one, other) => other.length - one.length)
