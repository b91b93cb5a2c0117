import pMap from 'p-map'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { planPlaces, type PlannedDispatch } from '../../shared/domain/committee.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import { findDistrict } from '../../shared/domain/laos-areas.ts'
import { varyByVillage, villageFill, type VillageFill } from '../../shared/domain/templates/village-values.ts'
import type { DistrictPlan } from '../../shared/progress/plan-district.ts'
import type { FanOutDeps } from './deps.ts'

/** Few enough that those who send the first districts already are not held up by the fan-out of the others. */
const writesAtATime = { concurrency: 8 }

type SharedPhones = {
  village: string
  recipients: readonly { phone: string; sharedWith?: string | undefined }[]
}

/** Names, in each owner of a shared phone, the villages that wait for its state. */
const mirrorsOf = (planned: readonly SharedPhones[]): Map<string, string[]> => {
  const mirrors = new Map<string, string[]>()
  for (const { village, recipients } of planned) {
    for (const { phone, sharedWith } of recipients) {
      if (sharedWith !== undefined && sharedWith !== village) {
        mirrors.set(phone, [...(mirrors.get(phone) ?? []), village])
      }
    }
  }
  return mirrors
}

const toDispatches = (
  planned: readonly PlannedDispatch[],
  mirrors: ReadonlyMap<string, string[]>,
  version: VersionRecord,
  district: string,
  fills: ReadonlyMap<string, VillageFill>,
): Dispatch[] =>
  planned.map(({ village, exposure, recipients }) => ({
    alertId: version.alertId,
    version: version.version,
    district,
    village,
    lane: version.lane,
    exposure,
    fill: fills.get(village),
    recipients: recipients.map((recipient) => ({
      ...recipient,
      state: recipient.sharedWith === undefined ? ('pending' as const) : ('suppressed' as const),
      attempts: 0,
      possibleDuplicate: false,
      mirroredIn: recipient.sharedWith === undefined ? mirrors.get(recipient.phone) : undefined,
      reason: recipient.sharedWith === undefined ? undefined : 'shared-phone',
    })),
  }))

/** A village that earlier versions went to and that the roster has lost since: Siang's own words stand for it. */
const nameless = { nameLo: '', nameEn: '' }

/** The words of each village, where the texts need any. */
const fillsOf = async (
  deps: Pick<FanOutDeps, 'summaries' | 'fallbackDesk'>,
  version: VersionRecord,
  code: string,
  { places, villages }: DistrictPlan,
): Promise<ReadonlyMap<string, VillageFill>> => {
  const texts = version.rendered ?? {}
  const district = findDistrict(code)
  if (district === undefined || !varyByVillage(texts)) return new Map()
  const { deskPhone = deps.fallbackDesk } = await deps.summaries.find(code)
  const named = new Map(villages.map((village) => [village.code, village]))
  return new Map(
    places.map((place) => [
      place.code,
      villageFill(texts, named.get(place.code) ?? nameless, district, deskPhone),
    ]),
  )
}

/** Writes the district's dispatches but those that are `written`; answers with what the table holds. */
export const writeDispatches = async (
  deps: FanOutDeps,
  version: VersionRecord,
  district: string,
  { plan, written }: { plan: DistrictPlan; written: readonly Dispatch[] },
): Promise<Dispatch[]> => {
  const planned = planPlaces(plan.places, written)
  const fills = await fillsOf(deps, version, district, plan)
  const mirrors = mirrorsOf([...written, ...planned])
  const dispatches = toDispatches(planned, mirrors, version, district, fills)
  const dueAt = toEpochSeconds(deps.clock.nowMs()) + deps.recoverySeconds
  const created = await pMap(dispatches, (dispatch) => deps.dispatches.create(dispatch, dueAt), writesAtATime)
  return created.every(Boolean)
    ? [...written, ...dispatches]
    : deps.dispatches.listDistrict({ alertId: version.alertId, version: version.version, district })
}
