import pMap from 'p-map'
import { standingRecords, type CallRecord } from '../../../shared/domain/acknowledgement.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import { emptyTally, type Tally } from '../../../shared/domain/delivery.ts'
import { tallyOf } from '../../../shared/domain/dispatch.ts'
import { villagesMeant } from '../../../shared/domain/is-meant-for.ts'
import { earliest, shareOf, type Share } from '../../../shared/domain/report.ts'
import { userCovers, userTouches, type User } from '../../../shared/domain/user.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { coverageOfVillage, type IssuedVersion } from '../../../shared/progress/called-village.ts'
import type { StoredCall } from '../../../shared/store/call-store.ts'
import type { AlertsApiDeps } from '../deps.ts'

type Deps = Pick<AlertsApiDeps, 'villages' | 'dispatches'>
type Calls = ReadonlyMap<string, StoredCall[]>

/** One village's share of one version. `share` is of what was written for it; undefined where nothing is. */
export type VillageShare = { version: number; coverage: Coverage; tally: Tally; share: Share | undefined }

/** A village with everything that a report says of it. */
export type ReportedVillage = {
  code: string
  village: Village | undefined
  shares: VillageShare[]
  calls: readonly CallRecord[]
  handedOverAt: number | undefined
  deliveredAt: number | undefined
  acknowledgedAt: number | undefined
}

/** Few at a time: what is read of a district is reduced to its counts before the next ones are read. */
const districtsAtATime = { concurrency: 4 }

const toReported = (
  code: string,
  village: Village | undefined,
  shares: VillageShare[],
  calls: readonly StoredCall[],
): ReportedVillage => {
  const standing = standingRecords(calls)
  const told = standing.filter(({ outcome }) => outcome === 'told' || outcome === 'relaying')
  return {
    code,
    village,
    shares,
    calls: standing,
    handedOverAt: earliest(shares.map(({ share }) => share?.handedOverAt)),
    deliveredAt: earliest(shares.map(({ share }) => share?.deliveredAt)),
    acknowledgedAt: told[0]?.calledAtEpochSeconds,
  }
}

/** What one version came to in a district, by village: dispatches themselves are let go. */
const readShares = async (
  deps: Deps,
  version: IssuedVersion,
  district: string,
  roster: ReadonlyMap<string, Village>,
  calls: Calls,
): Promise<Map<string, VillageShare>> => {
  const { alertId } = version
  const dispatches = await deps.dispatches.listDistrict({ alertId, version: version.version, district })
  const dispatchOf = new Map(dispatches.map((dispatch) => [dispatch.village, dispatch]))
  const meant = villagesMeant(version.districts, district, [...roster.values()])
  return new Map(
    [...new Set([...meant, ...dispatchOf.keys()])].map((code): [string, VillageShare] => {
      const dispatch = dispatchOf.get(code)
      const called = { code, version, village: roster.get(code), dispatch }
      return [
        code,
        {
          version: version.version,
          coverage: coverageOfVillage(called, calls.get(code) ?? []),
          tally: dispatch === undefined ? emptyTally : tallyOf(dispatch.recipients),
          share: dispatch === undefined ? undefined : shareOf(dispatch, version.rendered ?? version.texts),
        },
      ]
    }),
  )
}

const readDistrict = async (
  deps: Deps,
  user: User,
  versions: readonly IssuedVersion[],
  calls: Calls,
  district: string,
): Promise<ReportedVillage[]> => {
  const roster = new Map((await deps.villages.listDistrict(district)).map((one) => [one.code, one]))
  const concerned = versions.filter((version) => version.districts[district] !== undefined)
  const shares: Map<string, VillageShare>[] = []
  for (const version of concerned) {
    // oxlint-disable-next-line no-await-in-loop -- one version after the other: a nation's dispatches fill the memory
    shares.push(await readShares(deps, version, district, roster, calls))
  }
  const called = [...calls.keys()].filter((code) => districtOf(code) === district)
  return [...new Set([...shares.flatMap((one) => [...one.keys()]), ...called])]
    .filter((code) => userCovers(user, code))
    .toSorted()
    .map((code) =>
      toReported(
        code,
        roster.get(code),
        shares.flatMap((one) => one.get(code) ?? []),
        calls.get(code) ?? [],
      ),
    )
}

/** Every village of the caller's areas that one of the versions was meant for, by code. */
export const readReportedVillages = async (
  deps: Deps,
  user: User,
  versions: readonly IssuedVersion[],
  calls: Calls,
  only: string | undefined,
): Promise<ReportedVillage[]> => {
  const districts = [...new Set(versions.flatMap((version) => Object.keys(version.districts)))]
    .filter((district) => userTouches(user, district) && (only === undefined || only === district))
    .toSorted()
  const villages = await pMap(
    districts,
    (district) => readDistrict(deps, user, versions, calls, district),
    districtsAtATime,
  )
  return villages.flat()
}
