const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]))
}

/**
 * JSON in which equal values have equal texts: names sorted by code unit, no blanks, `undefined` left out. For texts,
 * numbers, booleans, null, lists and plain objects.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))
