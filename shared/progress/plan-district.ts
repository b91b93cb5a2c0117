import type { VersionRecord } from '../contracts/version-record.ts'
import { withMembersMeant } from '../domain/audience.ts'
import { placesOf, type Place } from '../domain/committee.ts'
import type { Dispatch } from '../domain/dispatch.ts'
import { aimOf, placesFor } from '../domain/follow-up.ts'
import type { Village } from '../domain/village.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { DispatchStore } from '../store/dispatch-store.ts'
import type { VillageStore } from '../store/village-store.ts'

export type PlanDistrictDeps = {
  villages: Pick<VillageStore, 'listDistrict'>
  alerts: Pick<AlertStore, 'listVersions'>
  dispatches: Pick<DispatchStore, 'listDistrict'>
}

/** What of a version says whom it goes to. */
export type Planned = Pick<VersionRecord, 'alertId' | 'version' | 'level' | 'lane' | 'districts' | 'audience'>

export type DistrictPlan = {
  /** The villages of the district that the version goes to, with whom it goes to there. */
  places: Place[]
  /** The villages of the district's roster that the version is meant for. */
  villages: Village[]
  /** The shares that these and other villages of the district have of earlier versions, the oldest first. */
  earlier: Dispatch[]
}

const listEarlier = async (
  deps: PlanDistrictDeps,
  { alertId, version }: Planned,
  district: string,
): Promise<Dispatch[]> => {
  const versions = await deps.alerts.listVersions(alertId)
  const issued = versions.filter(
    (one) => one.version < version && one.issuedAtEpochSeconds !== undefined && district in one.districts,
  )
  const shares = await Promise.all(
    issued.map((one) => deps.dispatches.listDistrict({ alertId, version: one.version, district })),
  )
  return shares.flat()
}

/** Who gets the version's SMS in one district: by the roster, and by what earlier versions' dispatches hold. */
export const planDistrict = async (
  deps: PlanDistrictDeps,
  version: Planned,
  district: string,
): Promise<DistrictPlan> => {
  const only = version.districts[district] ?? []
  const isMeant = (code: string): boolean => only.length === 0 || only.includes(code)
  const aim = aimOf(version)
  const [rostered, earlier] = await Promise.all([
    deps.villages.listDistrict(district),
    aim === 'roster' ? [] : listEarlier(deps, version, district),
  ])
  const villages = rostered.filter(({ code }) => isMeant(code))
  const places = placesFor(aim, placesOf(withMembersMeant(villages, version.audience), version.lane), earlier)
  return { places: places.filter(({ code }) => isMeant(code)), villages, earlier }
}
