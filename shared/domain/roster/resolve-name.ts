import type { Village } from '../village.ts'
import type { ProblemLog } from './problem-log.ts'
import type { ProblemCode } from './problem.ts'
import type { RosterColumn } from './roster-columns.ts'
import type { PlaceClaim } from './roster-entry.ts'
import { createVillageIndex, type VillageIndex } from './village-index.ts'

/**
 * A village that rows name without its code. `rowNumber` is the first such row and stands for all of them.
 * A single candidate is what the plan was made with; nothing is applied before it is confirmed.
 */
export type VillageMatch = {
  rowNumber: number
  district: string
  name: string
  candidates: string[]
  confirmed: boolean
}

export type NameResolver = {
  existing: ReadonlyMap<string, Village>
  /** Row number of a match → the village code that the importer confirmed. */
  confirmedMatches: Readonly<Record<string, string>>
  log: ProblemLog
  /** Grows by every match that was found. */
  matches: VillageMatch[]
}

type NameClaim = Extract<PlaceClaim, { kind: 'name' }>
/** `error` holds for every row that names the village this way. */
type Resolution = { code?: string; error?: { column: RosterColumn; code: ProblemCode } }

/** Finds the village of a name; each name is looked up once, its errors are reported on each of its rows. */
export function createNameResolver(resolver: NameResolver) {
  let index: VillageIndex | undefined
  const resolutions = new Map<string, Resolution>()
  return (rowNumber: number, claim: NameClaim): { code: string | undefined; failed: boolean } => {
    const key = JSON.stringify([claim.districts, claim.nameLo, claim.nameEn])
    index ??= createVillageIndex(resolver.existing.values())
    const resolution = resolutions.get(key) ?? resolveName(rowNumber, claim, index, resolver)
    resolutions.set(key, resolution)
    const { code, error } = resolution
    if (error !== undefined) resolver.log.error(rowNumber, error.column, error.code)
    return { code, failed: error !== undefined }
  }
}

function resolveName(
  rowNumber: number,
  claim: NameClaim,
  index: VillageIndex,
  resolver: NameResolver,
): Resolution {
  const column = claim.nameLo === '' ? 'village_name_en' : 'village_name_lo'
  const candidates = findCandidates(claim, index)
  const [first, ...others] = candidates
  if (first === undefined) return { error: { column, code: 'village-not-found' } }
  const district = first.slice(0, 4)
  if (others.some((code) => !code.startsWith(district))) {
    return { error: { column: 'district', code: 'district-ambiguous' } }
  }
  const chosen = resolver.confirmedMatches[String(rowNumber)]
  const confirmed = chosen !== undefined && candidates.includes(chosen)
  resolver.matches.push({ rowNumber, district, name: claim.nameLo || claim.nameEn, candidates, confirmed })
  if (confirmed) return { code: chosen }
  if (chosen !== undefined) return { error: { column, code: 'match-not-a-candidate' } }
  if (others.length === 0) {
    resolver.log.warn(rowNumber, column, 'match-to-confirm')
    return { code: first }
  }
  resolver.log.warn(rowNumber, column, 'match-several', { count: candidates.length })
  return {}
}

/** Villages that bear both names where there are such, else the Lao, else the English one. */
function findCandidates(claim: NameClaim, index: VillageIndex): string[] {
  const named = (name: string): string[] =>
    name === '' ? [] : claim.districts.flatMap((district) => index.find(district, name))
  const byLao = named(claim.nameLo)
  const byEnglish = named(claim.nameEn)
  const byBoth = byLao.filter((code) => byEnglish.includes(code))
  return [byBoth, byLao, byEnglish].find((codes) => codes.length > 0) ?? []
}
