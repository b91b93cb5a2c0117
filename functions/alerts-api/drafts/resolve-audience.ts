import type { DistrictSummary } from '../../../shared/contracts/roster.ts'
import { areaLevel, districtOf, normaliseAreas } from '../../../shared/domain/area.ts'
import { isInAudience, withMembersMeant, type AudienceFilter } from '../../../shared/domain/audience.ts'
import { isAlerted } from '../../../shared/domain/committee.ts'
import { addCounts, countVillages, type VillageCounts } from '../../../shared/domain/district-summary.ts'
import { groupByDistrict } from '../../../shared/domain/group-by-district.ts'
import { findDistrict, isKnownArea } from '../../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { invalidRequest, RequestError, type FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Whom an alert reaches, by district. */
export type Audience = {
  areas: string[]
  /** District → the villages of it that are meant; an empty list means all of them. */
  districts: Record<string, string[]>
  counts: VillageCounts
  /** Null where nobody has said how many villages one of the districts should have. */
  villagesExpected: number | null
  /** Whom of these villages it is for, where not everybody. */
  filter?: AudienceFilter | undefined
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

const unknownArea = { en: 'No area of this code is known in your areas.', lo: 'ບໍ່ມີເຂດລະຫັດນີ້ໃນເຂດຂອງທ່ານ.' }
const emptyArea = {
  en: 'Nobody here is on the roster yet: an alert would reach no one.',
  lo: 'ບ່ອນນີ້ຍັງບໍ່ມີໃຜໃນບັນຊີ: ຈະບໍ່ມີໃຜໄດ້ຮັບ.',
}

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

/** Villages are counted one by one where not everybody in them is meant. */
const countMeant = (deps: Deps, districts: Readonly<Record<string, string[]>>, audience: AudienceFilter) =>
  Promise.all(
    Object.entries(districts).map(async ([district, only]) => {
      const [summary, villages] = await Promise.all([
        deps.summaries.find(district),
        deps.villages.listDistrict(district),
      ])
      const meant = villages.filter(
        (village) =>
          isAlerted(village) &&
          (only.length === 0 || only.includes(village.code)) &&
          isInAudience(village, audience),
      )
      return {
        district,
        villages: audience.exposures === undefined ? only : meant.map(({ code }) => code),
        isMeant: meant.length > 0,
        counts: countVillages(withMembersMeant(meant, audience)),
        expected:
          audience.exposures === undefined && only.length === 0
            ? expectedOf(district, summary)
            : meant.length,
        desk: summary.deskPhone,
      }
    }),
  )

const countAudience = async (
  deps: Deps,
  districts: Readonly<Record<string, string[]>>,
  audience: AudienceFilter | undefined,
) => {
  if (audience !== undefined) return countMeant(deps, districts, audience)
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
          villages: only,
          isMeant: true,
          counts: await wholeDistrict(deps, summary),
          expected: expectedOf(district, summary),
          desk: summary.deskPhone,
        }
      }
      const villages = await deps.villages.listDistrict(district)
      const meant = villages.filter((village) => only.includes(village.code))
      return {
        district,
        villages: only,
        isMeant: true,
        counts: countVillages(meant),
        expected: only.length,
        desk: summary.deskPhone,
      }
    }),
  )
}

/**
 * Expands areas to districts and villages and counts whom they hold. Throws a RequestError that names every area
 * that is unknown, foreign, or empty, after the faults that were found before. An audience that asks for exposures
 * names its villages one by one.
 */
export const resolveAudience = async (
  deps: Deps,
  user: User,
  asked: readonly string[],
  foundBefore: readonly FieldError[] = [],
  audience?: AudienceFilter,
): Promise<Audience> => {
  const faults = [...foundBefore, ...(await findUnknown(deps, user, asked))]
  if (faults.length > 0) {
    throw invalidRequest(faults)
  }
  const areas = normaliseAreas([...asked])
  const counted = await countAudience(deps, groupByDistrict(areas), audience)
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
    throw new RequestError(
      'no-recipients',
      { en: 'Some areas hold nobody to send to. Nothing was changed.', lo: 'ບາງເຂດບໍ່ມີໃຜຮັບ. ບໍ່ມີຫຍັງປ່ຽນ.' },
      empty,
    )
  }
  return {
    areas,
    // A district of which nobody is meant is left out: an empty list would mean all of it.
    districts: Object.fromEntries(
      counted.filter(({ isMeant }) => isMeant).map(({ district, villages }) => [district, villages]),
    ),
    counts: addCounts(counted.map(({ counts }) => counts)),
    villagesExpected: counted.reduce<number | null>(
      (sum, { expected }) => (sum === null || expected === null ? null : sum + expected),
      0,
    ),
    filter: audience,
    desks: Object.fromEntries(counted.map(({ district, desk }) => [district, desk])),
  }
}
