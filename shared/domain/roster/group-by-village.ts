import type { Village } from '../village.ts'
import { createNameResolver, type NameResolver } from './resolve-name.ts'
import type { ProblemLog } from './problem-log.ts'
import type { RosterEntry } from './roster-entry.ts'
import { isSameVillageName } from './village-index.ts'
import type { VillageStatement } from './village-statement.ts'

/** The rows of one village, in the file's order. */
export type VillageRows = { code: string; entries: RosterEntry[] }

/** Puts the rows together by village; rows that name none, or none that is known, are left out and reported. */
export function groupByVillage(entries: readonly RosterEntry[], resolver: NameResolver): VillageRows[] {
  const resolveName = createNameResolver(resolver)
  const villages = new Map<string, VillageRows>()
  for (const entry of entries) {
    const placed = placeEntry(entry, resolver, resolveName)
    if (placed === undefined) continue
    const village = villages.get(placed.code) ?? { code: placed.code, entries: [] }
    village.entries.push(placed.entry)
    villages.set(placed.code, village)
  }
  reportRestoredZeros(entries, resolver.log)
  return [...villages.values()]
}

function placeEntry(
  entry: RosterEntry,
  { existing }: NameResolver,
  resolveName: ReturnType<typeof createNameResolver>,
): { code: string; entry: RosterEntry } | undefined {
  if (entry.place === undefined) return undefined
  if (entry.place.kind === 'code') return { code: entry.place.code, entry }
  const { code, failed } = resolveName(entry.rowNumber, entry.place)
  const known = code === undefined ? undefined : existing.get(code)
  if (known === undefined) return undefined
  const village = withoutNamesOf(known, entry.village)
  return { code: known.code, entry: { ...entry, village, failed: entry.failed || failed } }
}

/** A name that found its village is no new spelling of it. */
function withoutNamesOf(known: Village, stated: VillageStatement): VillageStatement {
  const names = [known.nameLo, known.nameEn]
  const keep = (name: string | undefined): string | undefined =>
    name !== undefined && names.some((knownName) => isSameVillageName(knownName, name)) ? undefined : name
  return { ...stated, nameLo: keep(stated.nameLo), nameEn: keep(stated.nameEn) }
}

function reportRestoredZeros(entries: readonly RosterEntry[], log: ProblemLog): void {
  const restored = entries.filter(({ place }) => place?.kind === 'code' && place.zeroRestored)
  const first = restored[0]
  if (first === undefined) return
  log.warn(first.rowNumber, 'village_code', 'village-code-zero-restored', { count: restored.length })
}
