import type { CapMessage } from '../../shared/contracts/cap.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { endedAreas, lastDanger, remainingOf } from '../../shared/domain/alert-ending.ts'
import { agreedDistricts, agreesTo, type CapAuthority } from '../../shared/domain/cap/authority.ts'
import {
  buildCapAlert,
  capReferenceOf,
  type CapAlert,
  type CapPart,
  type CapReference,
  type CapVersion,
} from '../../shared/domain/cap/cap-alert.ts'
import type { FanOutDeps } from './deps.ts'
import { readCapDistricts } from './read-cap-districts.ts'
import { writeCapXml } from './write-cap-xml.ts'

const summaryLimit = 300

/** One of its districts publishes a version. */
const isPublisher = (version: VersionRecord, district: string): boolean =>
  Object.keys(version.districts).toSorted()[0] === district

/** `versions`: all of the alert up to the one that is published. */
type Publishing = {
  deps: FanOutDeps
  authority: CapAuthority
  alert: AlertRecord
  versions: readonly VersionRecord[]
}

/**
 * A version that went out, with what its alert says of it, in the districts of the agreement if it follows a public
 * one; undefined where nobody was to read it.
 */
const toCapVersion = (
  { authority, alert }: Publishing,
  version: VersionRecord,
  { followsPublic }: { followsPublic: boolean },
): CapVersion | undefined => {
  const { issuedAtEpochSeconds } = version
  if (issuedAtEpochSeconds === undefined || version.reaches === 'nobody') return undefined
  const districts = followsPublic ? agreedDistricts(authority, version.districts) : version.districts
  if (Object.keys(districts).length === 0) return undefined
  return { ...version, districts, kind: alert.kind, hazard: alert.hazard, issuedAtEpochSeconds }
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

/** The danger that an all-clear leaves in other places: who reads it takes it for all that holds of the alert. */
const findRemaining = async (publishing: Publishing, ending: CapVersion): Promise<CapPart | undefined> => {
  const versions = publishing.versions.filter(({ version }) => version <= ending.version)
  const danger = lastDanger(versions)
  const isEnded = remainingOf(versions).areas.length === 0
  const isOver = danger === undefined || danger.expiresAtEpochSeconds <= ending.issuedAtEpochSeconds
  if (ending.level !== 'all-clear' || isOver || isEnded) return undefined
  const version = toCapVersion(publishing, danger, { followsPublic: true })
  if (version === undefined) return undefined
  const districts = await readCapDistricts(publishing.deps, version.districts, endedAreas(versions))
  return districts.length === 0 ? undefined : { version, districts }
}

/** The file, then the entry that shows it: where the second write is lost, the next run makes it. */
const publish = async (
  publishing: Publishing,
  version: CapVersion,
  earlier: readonly CapMessage[],
): Promise<CapMessage | undefined> => {
  const { deps, authority } = publishing
  const [districts, remaining] = await Promise.all([
    readCapDistricts(deps, version.districts),
    findRemaining(publishing, version),
  ])
  const cap = buildCapAlert(authority, { version, districts }, earlier, remaining)
  const message = messageOf(version, cap)
  const isNew = await deps.cap.putFile({ ...message, xml: writeCapXml(cap) })
  if (!isNew && (await findSettled(deps, version)) === undefined) return undefined
  await deps.cap.putEntry({
    ...message,
    expires: cap.info.reduce((last, { expires }) => (expires > last ? expires : last), cap.sent),
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
  const { deps, authority } = publishing
  const follows = { followsPublic: earlier.length > 0 }
  const version = toCapVersion(publishing, record, follows)
  if (version === undefined) return undefined
  if (known === undefined) {
    if (!agreesTo(authority, version, follows)) return undefined
    if (isOver(deps, record)) return withhold(publishing, version)
  }
  return publish(publishing, version, earlier)
}

/** Settles every version up to this one, in their order: each message refers to those before it. */
const settleUpTo = async (
  { deps, ...rest }: Omit<Publishing, 'versions'>,
  last: VersionRecord,
): Promise<void> => {
  const [versions, settled] = await Promise.all([
    deps.alerts.listVersions(last.alertId),
    deps.cap.listMessages(last.alertId),
  ])
  const publishing = { deps, ...rest, versions }
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
