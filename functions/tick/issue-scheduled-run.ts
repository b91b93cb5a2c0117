import { reachOf, type Reach } from '../../shared/domain/alert.ts'
import type { RunRecord, ScheduleRecord } from '../../shared/contracts/schedule-record.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { normaliseAreas } from '../../shared/domain/area.ts'
import { withMembersMeant } from '../../shared/domain/audience.ts'
import { contactsOf } from '../../shared/domain/committee.ts'
import { heldUntilMs } from '../../shared/domain/quiet-hours.ts'
import { groupByDistrict } from '../../shared/domain/group-by-district.ts'
import { resolveSlots, writeScheduledTexts } from '../../shared/domain/schedule/schedule-texts.ts'
import { isMissed, type SkipReason } from '../../shared/domain/schedule/schedule.ts'
import { issueVersion, startFanOut } from '../../shared/progress/issue-version.ts'
import { listMeant } from '../../shared/progress/list-meant.ts'
import { nothingOpen } from '../../shared/progress/nothing-open.ts'
import { noteEvent } from '../../shared/progress/note-event.ts'
import { tellNotices } from '../../shared/progress/tell-notices.ts'
import { submitVersion } from '../../shared/progress/submit-version.ts'
import { RequestError } from '../../shared/errors.ts'
import { digestOf } from '../../shared/request-id.ts'
import type { TickDeps } from './deps.ts'

/** The same for the same run, whoever carries it out. */
const alertIdOf = ({ scheduleId, runAtMs }: RunRecord): string =>
  digestOf(['scheduled-run', scheduleId, runAtMs]).slice(0, 32)

const monthOf = ({ runAtMs }: RunRecord): string => toIso(runAtMs).slice(0, 7)

/** What is not sent takes nothing of its villages' month. An officer who sends the draft later takes it anew. */
const giveBack = async (deps: TickDeps, areas: readonly string[], run: RunRecord): Promise<void> => {
  for (const district of Object.keys(groupByDistrict(normaliseAreas(areas)))) {
    // oxlint-disable-next-line no-await-in-loop -- districts that others may write too, one after the other
    await deps.monthPlaces.release({ month: monthOf(run), district }, alertIdOf(run))
  }
}

type Placed = { districts: Record<string, string[]>; leftOut: string[]; hasContact: boolean }

/** Takes the villages' places of the run's month; who has none left is left out. Repeating it changes nothing. */
const placeVillages = async (
  deps: TickDeps,
  { areas, audience }: Pick<ScheduleRecord, 'areas' | 'audience'>,
  run: RunRecord,
): Promise<Placed> => {
  const month = monthOf(run)
  const alertId = alertIdOf(run)
  const asked = groupByDistrict(normaliseAreas(areas))
  const placed: Placed = { districts: {}, leftOut: [], hasContact: false }
  for (const { district, villages } of await listMeant(deps, asked, audience)) {
    const codes = villages.map(({ code }) => code)
    if (codes.length === 0) continue
    const wish = { month, district, villages: codes, alertId, most: deps.preparednessPerMonth }
    // oxlint-disable-next-line no-await-in-loop -- districts that others may write too, one after the other
    const full = await deps.monthPlaces.take(wish)
    const isIn = ({ code }: { code: string }) => !full.includes(code)
    const kept = withMembersMeant(villages.filter(isIn), audience)
    placed.leftOut.push(...full)
    placed.hasContact ||= kept.some(({ members }) => contactsOf(members, 'routine').length > 0)
    const isWhole = full.length === 0 && audience?.exposures === undefined
    // An empty list would mean every village.
    if (kept.length > 0)
      placed.districts[district] = isWhole ? (asked[district] ?? []) : codes.filter((code) => isIn({ code }))
  }
  return placed
}

/** The alert of the run with its first version, as an officer would have drafted it. */
const toRecords = (
  schedule: ScheduleRecord,
  { runAtMs }: RunRecord,
  made: {
    alertId: string
    number: number
    nowMs: number
    /** From when on quiet hours let it go out. */
    fromMs: number
    reaches: Reach
    districts: Record<string, string[]>
  },
): { alert: AlertRecord; version: VersionRecord } => {
  const { hazard, mode, responsible, audience, template, scheduleId } = schedule
  const { alertId, number, nowMs, fromMs, districts } = made
  const areas = normaliseAreas(schedule.areas)
  const createdAtIso = toIso(nowMs)
  const shared = { alertId, number, mode, reaches: made.reaches, areas, bodyDigest: alertId }
  return {
    alert: {
      ...shared,
      kind: 'preparedness',
      hazard,
      scheduleId,
      latestVersion: 1,
      createdAtIso,
      createdBy: responsible,
    },
    version: {
      ...shared,
      version: 1,
      state: 'draft',
      level: 'prepare',
      lane: 'routine',
      districts,
      ...(audience === undefined ? {} : { audience }),
      texts: writeScheduledTexts(schedule, { runAtMs, nowMs, number }),
      template: template === undefined ? undefined : resolveSlots(template, runAtMs),
      expiresAtEpochSeconds: toEpochSeconds(fromMs) + schedule.validHours * 3600,
      revision: 1,
      authors: new Set([responsible]),
      history: [{ action: 'create', by: responsible, atIso: createdAtIso }],
      ...nothingOpen(),
    },
  }
}

const createAlert = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  run: RunRecord,
  made: { alertId: string; districts: Record<string, string[]> },
): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  const number = await deps.alerts.nextNumber(Number(toIso(nowMs).slice(0, 4)))
  const { alert, version } = toRecords(schedule, run, {
    ...made,
    number,
    nowMs,
    fromMs: heldUntilMs({ lane: 'routine', mode: schedule.mode }, deps.quietHours, nowMs) ?? nowMs,
    reaches: reachOf(deps.drillsReach, schedule),
  })
  await deps.alerts.create(alert, version)
}

const isBudgetExceeded = (error: unknown): boolean =>
  error instanceof RequestError && error.code === 'budget-exceeded'

/** Sends the draft on its way as its level asks for; why it cannot, where it cannot. */
const sendOn = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  version: VersionRecord,
): Promise<SkipReason | undefined> => {
  if (version.state !== 'draft') return undefined
  if (toEpochSeconds(deps.clock.nowMs()) >= version.expiresAtEpochSeconds) return 'missed'
  const by = schedule.responsible
  const needsSecond = deps.secondPersonLevels.has(version.level)
  try {
    const isDone = needsSecond
      ? await submitVersion(deps, version, { by })
      : await issueVersion(deps, version, { action: 'issue-alone', by })
    if (isDone) await noteEvent(deps, version, needsSecond ? 'submit' : 'issue-alone', 'siang')
    return undefined
  } catch (error) {
    if (isBudgetExceeded(error)) return 'budget-exceeded'
    throw error
  }
}

/**
 * Makes the run's alert and issues it, or submits it where its level needs a second person; takes up whatever an
 * earlier tick has left of that. Answers with how the run ended.
 */
export const issueScheduledRun = async (
  deps: TickDeps,
  whole: ScheduleRecord,
  run: RunRecord,
  followingMs: number | undefined,
): Promise<RunRecord> => {
  const alertId = alertIdOf(run)
  // Its alert names nobody who gets nothing: the run does.
  const schedule = { ...whole, areas: whole.areas.filter((area) => !run.gone.includes(area)) }
  const meant = (await deps.alerts.findVersion(alertId, 1)) ?? schedule
  const end = async (over: Pick<RunRecord, 'state'> & Partial<RunRecord>): Promise<RunRecord> => {
    const ended = { ...run, ...over, recordedAtIso: toIso(deps.clock.nowMs()) }
    await deps.schedules.endRun(ended)
    return ended
  }
  const skip = async (reason: SkipReason, over: Partial<RunRecord> = {}) => {
    await giveBack(deps, [...run.areas, ...meant.areas], run)
    return end({ ...over, state: 'skipped', reason })
  }

  const isMade = (await deps.alerts.find(alertId)) !== undefined
  const times = { atMs: run.runAtMs, followingMs }
  if (!isMade && isMissed(schedule.missed, times, deps.clock.nowMs())) return skip('missed')
  // A tick that died may have taken places where the schedule went before an officer changed it.
  if (!isMade && run.edition !== schedule.edition) await giveBack(deps, run.areas, run)
  const { districts, leftOut, hasContact } = await placeVillages(deps, meant, run)
  if (!isMade && !hasContact) return skip(leftOut.length > 0 ? 'monthly-limit' : 'no-recipients', { leftOut })
  if (!isMade) await createAlert(deps, schedule, run, { alertId, districts })

  const draft = await deps.alerts.findVersion(alertId, 1)
  if (draft === undefined) throw new Error('the alert of a run is not there')
  const refused = await sendOn(deps, schedule, draft)
  if (refused !== undefined) return skip(refused, { alertId, leftOut })
  const version = await deps.alerts.findVersion(alertId, 1)
  if (version === undefined || version.state === 'draft')
    throw new Error('the alert of a run was not sent on')
  await startFanOut(deps, version, schedule.responsible)
  await tellNotices(deps, version)
  const isIssued = version.issuedAtEpochSeconds !== undefined
  return end({ state: isIssued ? 'issued' : 'submitted', alertId, leftOut })
}
