import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import type { ScheduleRecord } from '../../../shared/contracts/schedule-record.ts'
import type { scheduleView } from '../../../shared/contracts/schedules.ts'
import { reconfirmFromMs } from '../../../shared/domain/schedule/schedule.ts'
import { userCovers, userTouches, type User } from '../../../shared/domain/user.ts'
import { notFound } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { namePeople } from '../name-people.ts'

type View = z.input<typeof scheduleView>
type ViewDeps = Pick<AlertsApiDeps, 'reconfirmDays' | 'clock'>

/** What an edit must name. What `tick` writes does not change it. */
export const scheduleEtag = ({ edition }: Pick<ScheduleRecord, 'edition'>): string => String(edition)

/** From when on the next run waits for an officer to confirm it (epoch ms); undefined where it does not. */
export const confirmFromMs = (
  { reconfirmDays }: Pick<AlertsApiDeps, 'reconfirmDays'>,
  { state, recurrence, nextRunAtMs, confirmedRunAtMs }: ScheduleRecord,
): number | undefined =>
  state === 'ended' || nextRunAtMs === undefined || nextRunAtMs === confirmedRunAtMs
    ? undefined
    : reconfirmFromMs(recurrence, nextRunAtMs, reconfirmDays)

const personsOf = ({ createdBy, responsible, history }: ScheduleRecord): string[] => [
  createdBy,
  responsible,
  ...history.map(({ by }) => by),
]

const namesOf = (ids: readonly string[], people: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(people).filter(([id]) => ids.includes(id)))

const toScheduleView = (
  deps: ViewDeps,
  schedule: ScheduleRecord,
  people: Readonly<Record<string, string>>,
): View => {
  const fromMs = confirmFromMs(deps, schedule)
  const { nextRunAtMs } = schedule
  return {
    scheduleId: schedule.scheduleId,
    name: schedule.name,
    state: schedule.state,
    hazard: schedule.hazard,
    mode: schedule.mode,
    areas: schedule.areas,
    audience: schedule.audience ?? null,
    texts: schedule.texts ?? null,
    template: schedule.template ?? null,
    recurrence: schedule.recurrence,
    missed: schedule.missed,
    validHours: schedule.validHours,
    createdBy: schedule.createdBy,
    createdAtIso: schedule.createdAtIso,
    responsible: schedule.responsible,
    nextRunAtIso: nextRunAtMs === undefined ? null : toIso(nextRunAtMs),
    awaitsReconfirmation: fromMs !== undefined && fromMs <= deps.clock.nowMs(),
    reconfirmFromIso: fromMs === undefined ? null : toIso(fromMs),
    etag: scheduleEtag(schedule),
    history: schedule.history,
    people: namesOf(personsOf(schedule), people),
  }
}

/** Schedules as they stand now; the names of those who had to do with them are read together. */
export const showSchedules = async (
  deps: ViewDeps & Pick<AlertsApiDeps, 'users'>,
  schedules: readonly ScheduleRecord[],
): Promise<View[]> => {
  const people = await namePeople(deps, schedules.flatMap(personsOf))
  return schedules.map((schedule) => toScheduleView(deps, schedule, people))
}

/** The answer about one schedule. */
export const answerSchedule = async (
  deps: ViewDeps & Pick<AlertsApiDeps, 'users'>,
  schedule: ScheduleRecord,
): Promise<{ body: View; etag: string }> => {
  const people = await namePeople(deps, personsOf(schedule))
  return { body: toScheduleView(deps, schedule, people), etag: scheduleEtag(schedule) }
}

/** Whether the user may look at the schedule: it concerns a part of their areas. */
export const maySeeSchedule = (user: User, { areas }: ScheduleRecord): boolean =>
  areas.some((area) => userTouches(user, area))

/** The schedule, if there is one that concerns the user's areas. Throws not-found otherwise. */
export const findVisibleSchedule = async (
  deps: Pick<AlertsApiDeps, 'schedules'>,
  user: User,
  scheduleId: string,
): Promise<ScheduleRecord> => {
  const schedule = await deps.schedules.find(scheduleId)
  if (schedule === undefined || !maySeeSchedule(user, schedule)) throw notFound('schedule')
  return schedule
}

/** The same for officers who would change it: throws not-found unless they cover every area of it. */
export const findOwnSchedule = async (
  deps: Pick<AlertsApiDeps, 'schedules'>,
  user: User,
  scheduleId: string,
): Promise<ScheduleRecord> => {
  const schedule = await findVisibleSchedule(deps, user, scheduleId)
  if (!schedule.areas.every((area) => userCovers(user, area))) throw notFound('schedule')
  return schedule
}
