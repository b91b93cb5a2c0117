import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { normaliseAreas } from '../../shared/domain/area.ts'
import { highestDanger } from '../../shared/domain/follow-up.ts'
import { isDanger } from '../../shared/domain/level.ts'

/** The versions that went out, oldest first. */
export const issuedOf = (versions: readonly VersionRecord[]): VersionRecord[] =>
  versions.filter((version) => version.issuedAtEpochSeconds !== undefined)

const dangersOf = (versions: readonly VersionRecord[]): VersionRecord[] =>
  issuedOf(versions).filter(({ level }) => isDanger(level))

/** Every area that was told of the danger so far: an update drops none of them. */
export const toldAreas = (versions: readonly VersionRecord[]): string[] =>
  normaliseAreas(dangersOf(versions).flatMap(({ areas }) => areas))

/** The highest danger that was told so far: an update never says less. */
export const toldLevel = (versions: readonly VersionRecord[]) =>
  highestDanger(dangersOf(versions).map(({ level }) => level))

/** All that these name; a district that one of them means as a whole is meant as a whole. */
export const joinDistricts = (all: readonly VersionRecord['districts'][]): VersionRecord['districts'] => {
  const joined: VersionRecord['districts'] = {}
  for (const [district, villages] of all.flatMap((districts) => Object.entries(districts))) {
    const before = joined[district]
    const isWhole = villages.length === 0 || before?.length === 0
    joined[district] = isWhole ? [] : [...new Set([...(before ?? []), ...villages])].toSorted()
  }
  return joined
}

/** The villages that were told so far: of a preparedness message maybe not all of their areas. */
export const toldDistricts = (versions: readonly VersionRecord[]): VersionRecord['districts'] =>
  joinDistricts(dangersOf(versions).map(({ districts }) => districts))
