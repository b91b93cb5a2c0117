import type { AlertKind, AlertMode } from './alert.ts'
import { areaLevel, covers, normaliseAreas } from './area.ts'
import { districtsOf } from './laos-areas.ts'
import { isDanger, type Level } from './level.ts'

/** What this asks of a version: nothing of one that was not issued counts. */
type Said = {
  level: Level
  areas: readonly string[]
  /** Districts that are over with its villages, the last of theirs. */
  districtsOver?: readonly string[] | undefined
  issuedAtEpochSeconds?: number | undefined
  expiresAtEpochSeconds: number
}

/** Where a danger that was told has not been taken back or declared over: `areas`, but for what of them is `cleared`. */
export type Remaining = { areas: string[]; cleared: string[] }

const nothing: Remaining = { areas: [], cleared: [] }

const toldLast = <V extends Said>(versions: readonly V[]): { danger: V; after: V[] } | undefined => {
  const issued = versions.filter((version) => version.issuedAtEpochSeconds !== undefined)
  const at = issued.findLastIndex(({ level }) => isDanger(level))
  const danger = issued[at]
  return danger === undefined ? undefined : { danger, after: issued.slice(at + 1) }
}

/** The last issued version that told of a danger; versions by number, oldest first. */
export const lastDanger = <V extends Said>(versions: readonly V[]): V | undefined =>
  toldLast(versions)?.danger

/** Where the danger that was told last was ended since, or taken back. */
export const endedAreas = (versions: readonly Said[]): string[] =>
  normaliseAreas(
    (toldLast(versions)?.after ?? []).flatMap(({ areas, districtsOver = [] }) => [
      ...areas,
      ...districtsOver,
    ]),
  )

/** What of an area does not lie in these; a province of which a part does, by its districts. */
const without = (over: readonly string[], area: string): string[] => {
  if (over.some((one) => covers(one, area))) return []
  const isWhole = areaLevel(area) !== 'province' || !over.some((one) => covers(area, one))
  return isWhole ? [area] : districtsOf(area).flatMap(({ code }) => without(over, code))
}

/**
 * What is left of the last danger that was told, whether or not its time is over. A cancel leaves nothing; an all-clear
 * leaves the areas that it did not name. Versions by number, oldest first.
 */
export const remainingOf = (versions: readonly Said[]): Remaining => {
  const told = toldLast(versions)
  if (told === undefined || told.after.some(({ level }) => level === 'cancel')) return nothing
  const over = endedAreas(versions)
  const areas = told.danger.areas.flatMap((area) => without(over, area))
  return { areas, cleared: over.filter((one) => areas.some((area) => covers(area, one))) }
}

/** Whether somebody still owes the people an all-clear or a cancel: of no drill, and of no preparedness message. */
export const isNotEnded = (
  { kind, mode }: { kind: AlertKind; mode: AlertMode },
  versions: readonly Said[],
): boolean => mode === 'actual' && kind !== 'preparedness' && remainingOf(versions).areas.length > 0

const overlap = (one: string, other: string): boolean => covers(one, other) || covers(other, one)

/** Whether the danger that was told last still holds in one of these areas. Versions by number, oldest first. */
export const isLiveIn = (
  kind: AlertKind,
  versions: readonly Said[],
  areas: readonly string[],
  nowEpochSeconds: number,
): boolean => {
  const danger = lastDanger(versions)
  if (kind === 'preparedness' || danger === undefined) return false
  if (danger.expiresAtEpochSeconds <= nowEpochSeconds) return false
  const remaining = remainingOf(versions)
  return areas.some(
    (area) =>
      !remaining.cleared.some((one) => covers(one, area)) &&
      remaining.areas.some((one) => overlap(one, area)),
  )
}
