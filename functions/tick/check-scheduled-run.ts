import type { ScheduleRecord } from '../../shared/contracts/schedule-record.ts'
import { normaliseAreas } from '../../shared/domain/area.ts'
import { groupByDistrict } from '../../shared/domain/group-by-district.ts'
import type { Texts } from '../../shared/domain/render-text.ts'
import { needsReconfirmation } from '../../shared/domain/schedule/recurrence.ts'
import { findWordsFault, writeScheduledTexts } from '../../shared/domain/schedule/schedule-texts.ts'
import { isMissed, mayAnswerFor, type SkipReason } from '../../shared/domain/schedule/schedule.ts'
import { slotsIn } from '../../shared/domain/templates/template.ts'
import { languages } from '../../shared/domain/village.ts'
import { findLiveActual } from '../../shared/progress/find-live-actual.ts'
import type { TickDeps } from './deps.ts'

type Run = { runAtMs: number; followingMs: number | undefined }

/** What can be said without reading anything. */
const ofSchedule = (deps: TickDeps, schedule: ScheduleRecord, run: Run): SkipReason | undefined => {
  const nowMs = deps.clock.nowMs()
  if (isMissed(schedule.missed, { atMs: run.runAtMs, followingMs: run.followingMs }, nowMs)) return 'missed'
  if (needsReconfirmation(schedule.recurrence) && schedule.confirmedRunAtMs !== run.runAtMs)
    return 'not-reconfirmed'
  if (schedule.mode === 'actual' && !deps.actualAllowed) return 'actual-not-allowed'
  const { unreviewedAllowed } = deps
  return findWordsFault(schedule, { runAtMs: run.runAtMs, nowMs, unreviewedAllowed })
}

const namesDesk = (texts: Texts): boolean =>
  languages.some((language) => slotsIn(texts[language] ?? '').has('desk'))

const lacksDesk = async (deps: TickDeps, schedule: ScheduleRecord, { runAtMs }: Run): Promise<boolean> => {
  const texts = writeScheduledTexts(schedule, { runAtMs, nowMs: deps.clock.nowMs(), number: 0 })
  if (deps.fallbackDesk !== undefined || !namesDesk(texts)) return false
  const summaries = new Map((await deps.summaries.list('')).map((one) => [one.district, one]))
  const districts = Object.keys(groupByDistrict(normaliseAreas(schedule.areas)))
  return districts.some((district) => {
    const summary = summaries.get(district)
    // A district without villages gets no SMS that could name its desk.
    return summary !== undefined && summary.villages > 0 && summary.deskPhone === undefined
  })
}

/** Why the run must not happen; undefined where it may. Everything that would refuse an officer refuses it too. */
export const findSkipReason = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  run: Run,
): Promise<SkipReason | undefined> => {
  const reason = ofSchedule(deps, schedule, run)
  if (reason !== undefined) return reason
  const officer = await deps.users.find(schedule.responsible)
  if (!mayAnswerFor(officer, schedule.areas)) return 'officer-may-not'
  if (schedule.mode !== 'actual' && (await findLiveActual(deps, schedule.areas)).length > 0)
    return 'actual-alert-live'
  return (await lacksDesk(deps, schedule, run)) ? 'no-desk' : undefined
}
