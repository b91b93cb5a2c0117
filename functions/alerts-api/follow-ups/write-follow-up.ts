import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import { versionStateLabels } from '../../../shared/domain/state-labels.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { keyReused, notFound, RequestError } from '../../../shared/errors.ts'
import { nothingOpen } from '../../../shared/progress/nothing-open.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { showLatest } from '../drafts/show-latest.ts'
import { findVisibleAlert } from '../find-alert.ts'
import { issuedOf, toldAreas } from '../told-so-far.ts'

/** An alert, all its versions by number, those of them that went out, and the areas that were told of a danger. */
export type Series = {
  alert: AlertRecord
  versions: VersionRecord[]
  issued: VersionRecord[]
  told: string[]
}

/** What a later version says, to whom, until when (epoch ms). */
export type FollowUp = {
  level: Level
  areas: string[]
  districts: VersionRecord['districts']
  texts: Texts
  template: VersionRecord['template']
  expiresAtMs: number
  /** What its record holds beside that. */
  marks?: Pick<VersionRecord, 'districtsOver' | 'dueAtEpochSeconds' | 'reviewDueAtEpochSeconds'>
  note?: string | undefined
}

export type FollowUpRequest = { user: User; alertId: string; idempotencyKey: string; body: unknown }

type Purpose = 'update' | 'cancel' | 'all-clear'

const openStates: readonly VersionRecord['state'][] = ['draft', 'submitted', 'approved']

/** The version that was not sent yet, if there is one: never more than one. */
export const openVersion = (versions: readonly VersionRecord[]): VersionRecord | undefined =>
  versions.find(({ state }) => openStates.includes(state))

const openMeanwhile = ({ version, state }: VersionRecord): RequestError =>
  new RequestError(
    'wrong-state',
    {
      en: `Version ${version} of this alert is ${state} and was not sent yet: edit, issue or reject that one first.`,
      lo: `ສະບັບ ${version} ຂອງຄຳເຕືອນນີ້ຍັງບໍ່ໄດ້ສົ່ງ (${versionStateLabels[state].lo}): ແກ້ໄຂ, ອອກ ຫຼື ປະຕິເສດອັນນັ້ນກ່ອນ.`,
    },
    [],
    { version, state },
  )

/**
 * The alert with all its versions. `mustCover`: the areas that the officer has to cover, of those that were told.
 * Throws not-found where they do not, and wrong-state where nothing went out that a later version could speak of, or it
 * was taken back.
 */
const readSeries = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  user: User,
  alertId: string,
  mustCover: (told: string[], versions: VersionRecord[]) => readonly string[],
): Promise<Series> => {
  const alert = await findVisibleAlert(deps, user, alertId)
  const versions = await deps.alerts.listVersions(alertId)
  const issued = issuedOf(versions)
  const told = toldAreas(versions)
  const asked = issued.length === 0 ? alert.areas : mustCover(told, versions)
  if (!asked.every((area) => userCovers(user, area))) throw notFound('alert')
  if (issued.length === 0) {
    throw new RequestError('wrong-state', {
      en: 'Nothing of this alert was sent: edit its draft.',
      lo: 'ຄຳເຕືອນນີ້ຍັງບໍ່ໄດ້ສົ່ງ: ໃຫ້ແກ້ຮ່າງ.',
    })
  }
  return { alert, versions, issued, told }
}

const toRecord = (
  { alert, versions, issued }: Series,
  { expiresAtMs, marks, note, ...said }: FollowUp,
  made: { purpose: Purpose; by: string; atIso: string; bodyDigest: string; requestId: string },
): VersionRecord => {
  const { purpose: action, by, atIso, bodyDigest, requestId } = made
  return {
    alertId: alert.alertId,
    version: (versions.at(-1)?.version ?? 0) + 1,
    number: alert.number,
    state: 'draft',
    lane: issued[0]?.lane ?? 'urgent',
    mode: alert.mode,
    reaches: alert.reaches,
    audience: issued[0]?.audience,
    ...said,
    ...marks,
    bodyDigest,
    expiresAtEpochSeconds: toEpochSeconds(expiresAtMs),
    revision: 1,
    authors: new Set([by]),
    history: [{ action, by, atIso, ...(note === undefined ? {} : { note }), requestId }],
    ...nothingOpen(),
  }
}

/** Puts the version where there is none of its number; answers with the one that is there then. */
const add = async (deps: AlertsApiDeps, record: VersionRecord): Promise<VersionRecord> => {
  await deps.alerts.addVersion(record)
  const found = await deps.alerts.findVersion(record.alertId, record.version)
  if (found === undefined) throw new Error('a version that was written is not there')
  return found
}

/** A cancel that is on its way is dropped by nobody. */
const mayDrop = async (
  open: VersionRecord,
  drop: ((open: VersionRecord) => Promise<boolean>) | undefined,
): Promise<boolean> => open.level !== 'cancel' && drop !== undefined && (await drop(open))

const checkNotCancelled = ({ issued }: Series): void => {
  if (issued.at(-1)?.level !== 'cancel') return
  throw new RequestError('wrong-state', {
    en: 'This alert was cancelled. Write a new one.',
    lo: 'ຄຳເຕືອນນີ້ຖືກຍົກເລີກແລ້ວ. ໃຫ້ຂຽນອັນໃໝ່.',
  })
}

/**
 * Writes the next version of an alert as a draft, once for each Idempotency-Key, and no second one while one was not
 * sent. Two that are written at once have the same number: the key of their item makes one of them. A crash after the
 * version leaves the alert's record behind: whoever opens the version next makes that good.
 */
export const writeFollowUp = async (
  deps: AlertsApiDeps,
  purpose: Purpose,
  { user, alertId, idempotencyKey, body }: FollowUpRequest,
  rules: {
    mustCover: (told: string[], versions: VersionRecord[]) => readonly string[]
    decide: (series: Series) => Promise<FollowUp>
    /** Where what is open may be dropped to make room: drops it. */
    drop?: (open: VersionRecord) => Promise<boolean>
  },
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const series = await readSeries(deps, user, alertId, rules.mustCover)
  const requestId = idOfRequest(purpose, user.id, idempotencyKey)
  const bodyDigest = digestOf(body ?? null)
  const isOurs = ({ history }: VersionRecord): boolean => history[0]?.requestId === requestId
  let version = series.versions.find(isOurs)
  if (version === undefined) {
    checkNotCancelled(series)
    const followUp = await rules.decide(series)
    const open = openVersion(series.versions)
    if (open !== undefined && !(await mayDrop(open, rules.drop))) throw openMeanwhile(open)
    const made = { purpose, by: user.id, atIso: toIso(deps.clock.nowMs()), bodyDigest, requestId }
    version = await add(deps, toRecord(series, followUp, made))
    if (!isOurs(version)) throw openMeanwhile(version)
  }
  if (version.bodyDigest !== bodyDigest) throw keyReused(purpose)
  return { alert: await showLatest(deps, series.alert, version), version }
}
