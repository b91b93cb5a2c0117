import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { lastDanger, remainingOf } from '../../../shared/domain/alert-ending.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { isMeantFor, villagesMeant } from '../../../shared/domain/is-meant-for.ts'
import type { User } from '../../../shared/domain/user.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import {
  endingsSince,
  isIssued,
  type CalledVillage,
  type IssuedVersion,
} from '../../../shared/progress/called-village.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleAlert } from '../find-alert.ts'

/** Every version that was issued, oldest first. Throws wrong-state where there is none: nobody is to be called yet. */
export const listIssued = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alertId: string,
): Promise<{ versions: IssuedVersion[]; latest: IssuedVersion }> => {
  const versions = (await deps.alerts.listVersions(alertId)).filter(isIssued)
  const latest = versions.at(-1)
  if (latest === undefined) {
    throw new RequestError('wrong-state', {
      en: 'Nothing of this alert was issued yet: there is nothing to call about.',
      lo: 'ຄຳເຕືອນນີ້ຍັງບໍ່ໄດ້ສົ່ງ: ບໍ່ມີຫຍັງຕ້ອງໂທບອກ.',
    })
  }
  return { versions, latest }
}

/**
 * The version that a call list is of, with those that ended the danger somewhere since: the one asked for, else the
 * latest; where that is an all-clear for some villages alone, the danger that the others still have to be told of.
 */
export const findListed = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alertId: string,
  wanted: number | undefined,
): Promise<{ version: IssuedVersion; endings: IssuedVersion[] }> => {
  const { versions, latest } = await listIssued(deps, alertId)
  const remains = remainingOf(versions).areas.length > 0
  const usual = remains ? (lastDanger(versions) ?? latest) : latest
  const version = wanted === undefined ? usual : versions.find((one) => one.version === wanted)
  if (version === undefined) throw notFound('version')
  return { version, endings: endingsSince(version, versions) }
}

/** Whether the version is about the village: it has a share of it, or will have, or nobody to write to, or is named. */
export const isConcerned = (
  version: VersionRecord,
  { code, village, dispatch }: Pick<CalledVillage, 'code' | 'village' | 'dispatch'>,
): version is IssuedVersion =>
  isIssued(version) &&
  (dispatch !== undefined ||
    villagesMeant(version.districts, districtOf(code), village === undefined ? [] : [village]).includes(code))

/**
 * The village with the version of the alert that a call to it is about: the one named, or the latest that was issued
 * to it. It need not have a dispatch. Throws not-found where the alert does not concern it.
 */
export const findCalled = async (
  deps: Pick<AlertsApiDeps, 'alerts' | 'villages' | 'dispatches'>,
  user: User,
  { alertId, code, version: wanted }: { alertId: string; code: string; version?: number | undefined },
): Promise<CalledVillage> => {
  await findVisibleAlert(deps, user, alertId)
  const { versions } = await listIssued(deps, alertId)
  const version = versions.findLast(
    (one) => (wanted === undefined || one.version === wanted) && isMeantFor(one.districts, code),
  )
  if (version === undefined) throw notFound('village of this alert')
  const [village, dispatch] = await Promise.all([
    deps.villages.find(code),
    deps.dispatches.find({ alertId, version: version.version, district: districtOf(code), village: code }),
  ])
  if (!isConcerned(version, { code, village, dispatch })) throw notFound('village of this alert')
  return { code, version, village, dispatch }
}
