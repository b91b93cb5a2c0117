import pMap from 'p-map'
import type { CapMessage } from '../../shared/contracts/cap.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { agreesTo, type CapAuthority } from '../../shared/domain/cap/authority.ts'
import {
  buildCapAlert,
  capReferenceOf,
  type CapAlert,
  type CapReference,
  type CapVersion,
} from '../../shared/domain/cap/cap-alert.ts'
import type { CapDistrict, PlacedVillage } from '../../shared/domain/cap/cap-areas.ts'
import { isAlerted } from '../../shared/domain/committee.ts'
import type { Village } from '../../shared/domain/village.ts'
import type { FanOutDeps } from './deps.ts'
import { writeCapXml } from './write-cap-xml.ts'

const districtsAtATime = { concurrency: 4 }
/** More whole districts have more villages than a message may have circles: they are not read for nothing. */
const mostDistrictsToRead = 12

const toPlaced = ({ code, nameLo, nameEn, latitude, longitude }: Village): PlacedVillage => ({
  code,
  nameLo,
  nameEn,
  latitude,
  longitude,
})

const summaryLimit = 300

/** One of its districts publishes a version. */
const isPublisher = (version: VersionRecord, district: string): boolean =>
  Object.keys(version.districts).toSorted()[0] === district

/** The districts with the places of their villages, and nothing of their people. */
const readDistricts = (deps: FanOutDeps, version: VersionRecord): Promise<CapDistrict[]> => {
  const codes = Object.keys(version.districts).toSorted()
  const readOne = async (code: string): Promise<CapDistrict> => {
    const only = version.districts[code] ?? []
    const isWhole = only.length === 0
    if (isWhole && codes.length > mostDistrictsToRead) return { code, isWhole, villages: [] }
    const villages = (await deps.villages.listDistrict(code)).filter(
      (village) => isAlerted(village) && (isWhole || only.includes(village.code)),
    )
    return { code, isWhole, villages: villages.map(toPlaced) }
  }
  return pMap(codes, readOne, districtsAtATime)
}

/** A version that went out, with what its alert says of it; undefined where nobody was to read it. */
const toCapVersion = (alert: AlertRecord, version: VersionRecord): CapVersion | undefined => {
  const { issuedAtEpochSeconds } = version
  if (issuedAtEpochSeconds === undefined || version.reaches === 'nobody') return undefined
  return { ...version, kind: alert.kind, hazard: alert.hazard, issuedAtEpochSeconds }
}

const joined = (cap: CapAlert, pick: (info: CapAlert['info'][number]) => string): string =>
  cap.info.map(pick).join(' / ')

const messageOf = (version: CapVersion, { identifier, sender, sent }: CapReference): CapMessage => ({
  alertId: version.alertId,
  version: version.version,
  identifier,
  sender,
  sent,
})

type Publishing = { deps: FanOutDeps; authority: CapAuthority; alert: AlertRecord }

/** The file, then the entry that shows it: where the second write is lost, the next run makes it. */
const publish = async (
  { deps, authority }: Publishing,
  version: CapVersion,
  districts: readonly CapDistrict[],
  earlier: readonly CapMessage[],
): Promise<CapMessage | undefined> => {
  const cap = buildCapAlert(authority, version, districts, earlier)
  const message = messageOf(version, cap)
  const isNew = await deps.cap.putFile({ ...message, xml: writeCapXml(cap) })
  if (!isNew && (await findSettled(deps, version)) === undefined) return undefined
  await deps.cap.putEntry({
    ...message,
    expires: cap.info[0]?.expires ?? cap.sent,
    title: joined(cap, ({ headline }) => headline),
    summary: joined(cap, ({ description }) => description.slice(0, summaryLimit)),
  })
  if (isNew)
    deps.logger.info('CAP_PUBLISHED', {
      alertId: version.alertId,
      version: version.version,
      type: cap.msgType,
    })
  return message
}

/** The version as it was published by somebody else; undefined where it was withheld. */
const findSettled = async (
  deps: FanOutDeps,
  { alertId, version }: CapVersion,
): Promise<CapMessage | undefined> =>
  (await deps.cap.listMessages(alertId)).find((one) => one.version === version && one.withheld !== true)

/** Makes sure that it is never published; undefined, or the message where somebody published it just now. */
const withhold = async (
  { deps, authority }: Publishing,
  version: CapVersion,
): Promise<CapMessage | undefined> => {
  const isWithheld = await deps.cap.withhold(messageOf(version, capReferenceOf(authority, version)))
  return isWithheld ? undefined : findSettled(deps, version)
}

/** What nobody needs to read any more is not made public late: a newer version speaks, or its time is over. */
const isOver = (deps: FanOutDeps, { state, expiresAtEpochSeconds }: VersionRecord): boolean =>
  state === 'superseded' || deps.clock.nowMs() >= expiresAtEpochSeconds * 1000

/** What becomes of one version that is not settled, or of which the entry may be missing. */
const settle = async (
  publishing: Publishing,
  record: VersionRecord,
  known: CapMessage | undefined,
  earlier: readonly CapMessage[],
): Promise<CapMessage | undefined> => {
  const { deps, authority, alert } = publishing
  const version = toCapVersion(alert, record)
  if (version === undefined) return undefined
  if (known === undefined) {
    if (!agreesTo(authority, version, { followsPublic: earlier.length > 0 })) return undefined
    if (isOver(deps, record)) return withhold(publishing, version)
  }
  return publish(publishing, version, await readDistricts(deps, record), earlier)
}

/** Settles every version up to this one, in their order: each message refers to those before it. */
const settleUpTo = async (publishing: Publishing, last: VersionRecord): Promise<void> => {
  const { deps } = publishing
  const [versions, settled] = await Promise.all([
    deps.alerts.listVersions(last.alertId),
    deps.cap.listMessages(last.alertId),
  ])
  const earlier: CapMessage[] = []
  for (const record of versions.filter(({ version }) => version <= last.version)) {
    const known = settled.find(({ version }) => version === record.version)
    if (known?.withheld === true) continue
    const isDone = known !== undefined && record.version < last.version
    // oxlint-disable-next-line no-await-in-loop -- as above
    const message = isDone ? known : await settle(publishing, record, known, earlier)
    if (message !== undefined) earlier.push(message)
  }
}

/**
 * Publishes a version as a CAP message, where the stage has an authority that agreed to it. What was published stays
 * as it is, so that running it again does nothing but what was left undone.
 */
export const publishCap = async (
  deps: FanOutDeps,
  version: VersionRecord,
  district: string,
): Promise<void> => {
  const authority = deps.capAuthority
  if (authority === undefined || !isPublisher(version, district)) return
  const alert = await deps.alerts.find(version.alertId)
  if (alert !== undefined) await settleUpTo({ deps, authority, alert }, version)
}
