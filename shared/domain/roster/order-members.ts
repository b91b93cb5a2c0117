/**
 * A committee in order: who has a stated place (from 1) stands there, ties in the order in which they are stated;
 * all others keep their order around them. Ordering the result again by the same places changes nothing.
 */
export function orderMembers<Entry>(
  entries: readonly Entry[],
  stated: readonly { entry: Entry; place: number }[],
): Entry[] {
  const placed = new Set(stated.map(({ entry }) => entry))
  const ordered = entries.filter((entry) => !placed.has(entry))
  let lastIndex = -1
  for (const { entry, place } of stated.toSorted((one, other) => one.place - other.place)) {
    lastIndex = Math.min(Math.max(place - 1, lastIndex + 1), ordered.length)
    ordered.splice(lastIndex, 0, entry)
  }
  return ordered
}
