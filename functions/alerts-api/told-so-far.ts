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
