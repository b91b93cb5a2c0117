import type { DistrictSummary } from '../../shared/contracts/roster.ts'
import { areaLevel, districtOf, normaliseAreas } from '../../shared/domain/area.ts'
import { addCounts, countVillages, type VillageCounts } from '../../shared/domain/district-summary.ts'
import { districtsOf, findDistrict, isKnownArea } from '../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../shared/domain/user.ts'
import type { Village } from '../../shared/domain/village.ts'
import { RequestError, type FieldError } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'

/** Whom an alert reaches, by district. */
export type Audience = {
  areas: string[]
  /** District → the villages of it that are meant; an empty list means all of them. */
  districts: Record<string, string[]>
  counts: VillageCounts
  /** Null where nobody has said how many villages one of the districts should have. */
  villagesExpected: number | null
  /** The number of each district's desk as people dial it, where an admin has set it. */
  desks: Record<string, string | undefined>
}

type Deps = Pick<AlertsApiDeps, 'villages' | 'summaries'>

const expectedOf = (district: string, summary: DistrictSummary): number | null =>
  summary.villagesExpected ?? findDistrict(district)?.villagesExpected ?? null

/** A whole district: its summary, or its villages themselves where a change is not counted in yet. */
const wholeDistrict = async (deps: Deps, summary: DistrictSummary): Promise<VillageCounts> =>
  summary.staleToken === undefined
    ? summary
    : countVillages(await deps.villages.listDistrict(summary.district))

const groupByDistrict = (areas: readonly string[]): Record<string, string[]> => {
  const districts: Record<string, string[]> = {}
  for (const area of areas) {
    const level = areaLevel(area)
    if (level === 'village') (districts[districtOf(area)] ??= []).push(area)
    else if (level === 'district') districts[area] = []
    else for (const district of districtsOf(area)) districts[district.code] = []
  }
  return districts
}

const unknownArea = 'No area of this code is known in your areas.'
const emptyArea = 'Nobody here is on the roster yet: an alert would reach no one.'

/** The same answer for what is unknown and what lies outside the officer's areas. */
const findUnknown = async (deps: Deps, user: User, areas: readonly string[]): Promise<FieldError[]> => {
  const rostered = new Map<string, readonly Village[]>()
  const villageDistricts = new Set(
    areas.filter((area) => areaLevel(area) === 'village' && userCovers(user, area)).map(districtOf),
  )
  await Promise.all(
    [...villageDistricts].map(async (district) => {
      rostered.set(district, await deps.villages.listDistrict(district))
    }),
  )
  const isKnown = (area: string): boolean =>
    areaLevel(area) === 'village'
      ? (rostered.get(districtOf(area)) ?? []).some(
          (village) => village.code === area && village.status !== 'merged',
        )
      : isKnownArea(area)
  return areas.flatMap((area, index) =>
    userCovers(user, area) && isKnown(area) ? [] : [{ path: `body.areas[${index}]`, message: unknownArea }],
  )
}

const countAudience = async (deps: Deps, districts: Readonly<Record<string, string[]>>) => {
  const entries = Object.entries(districts)
  // One query for all of Laos is cheaper than many single reads.
  const all =
    entries.length > 3
      ? new Map((await deps.summaries.list('')).map((one) => [one.district, one]))
      : undefined
  return Promise.all(
    entries.map(async ([district, only]) => {
      const summary = all?.get(district) ?? (await deps.summaries.find(district))
      if (only.length === 0) {
        return {
          district,
          counts: await wholeDistrict(deps, summary),
          expected: expectedOf(district, summary),
          desk: summary.deskPhone,
        }
      }
      const villages = await deps.villages.listDistrict(district)
      const meant = villages.filter((village) => only.includes(village.code))
      return { district, counts: countVillages(meant), expected: only.length, desk: summary.deskPhone }
    }),
  )
}

/**
 * Expands areas to districts and villages and counts whom they hold. Throws a RequestError that names every area
 * that is unknown, foreign, or empty, after the faults that were found before.
 */
export const resolveAudience = async (
  deps: Deps,
  user: User,
  asked: readonly string[],
  foundBefore: readonly FieldError[] = [],
): Promise<Audience> => {
  const faults = [...foundBefore, ...(await findUnknown(deps, user, asked))]
  if (faults.length > 0) {
    throw new RequestError(
      'invalid-request',
      'The alert has faults: see errors. Nothing was changed.',
      faults,
    )
  }
  const areas = normaliseAreas([...asked])
  const districts = groupByDistrict(areas)
  const counted = await countAudience(deps, districts)
  const countsOf = (area: string) =>
    addCounts(
      counted
        .filter(({ district }) => district.startsWith(area) || area.startsWith(district))
        .map(({ counts }) => counts),
    )
  const empty = asked.flatMap((area, index) =>
    countsOf(area).villages === 0 ? [{ path: `body.areas[${index}]`, message: emptyArea }] : [],
  )
  if (empty.length > 0) {
    throw new RequestError('no-recipients', 'Some areas hold nobody to send to. Nothing was changed.', empty)
  }
  return {
    areas,
    districts,
    counts: addCounts(counted.map(({ counts }) => counts)),
    villagesExpected: counted.reduce<number | null>(
      (sum, { expected }) => (sum === null || expected === null ? null : sum + expected),
      0,
    ),
    desks: Object.fromEntries(counted.map(({ district, desk }) => [district, desk])),
  }
}
