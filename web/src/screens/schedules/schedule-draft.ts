import { nextRunsAfter, type Recurrence } from '../../../../shared/domain/schedule/recurrence.ts'
import type { CallOf } from '../../api/routes.ts'
import {
  audienceOf,
  emptyDraft,
  metresOf,
  ownWords,
  type Draft,
  type TemplateView,
  type Wording,
} from '../../drafts/draft.ts'
import type { Schedule } from './recurrence-text.ts'

export type ScheduleBody = CallOf<'POST /v1/schedules'>['body']
export type RelativeTime = { daysAfter: string; time: string }

/** A schedule that is being written; numbers as they are typed. `alert` holds danger, mode, areas, people and words. */
export type ScheduleDraft = {
  changedAtIso: string
  name: string
  alert: Draft
  /** Slots of times, which count from the day of each run. */
  times: Readonly<Record<string, RelativeTime>>
  type: Recurrence['type']
  date: string
  month: string
  day: string
  daysBefore: string
  time: string
  missed: 'fire-once' | 'skip'
  windowHours: string
  validHours: string
}

/** Where nobody has said how long the way to a time is: a week, and the end of the working day. */
const usualTime: RelativeTime = { daysAfter: '7', time: '18:00' }

export const emptySchedule = (nowIso: string): ScheduleDraft => ({
  changedAtIso: nowIso,
  name: '',
  alert: { ...emptyDraft(nowIso), level: 'prepare' },
  times: {},
  type: 'once',
  date: '',
  month: '4',
  day: '1',
  daysBefore: '21',
  time: '09:00',
  missed: 'fire-once',
  windowHours: '24',
  validHours: '168',
})

/** What stands in a slot of a time: what was entered, or the usual. */
export const timeOf = ({ times }: ScheduleDraft, slot: string): RelativeTime => times[slot] ?? usualTime

/** A whole number as it was typed, within its limits; undefined where it is none. */
export const numberOf = (typed: string, from: number, to: number): number | undefined => {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return value >= from && value <= to ? value : undefined
}

/** When it runs; undefined as long as that is not said. */
export const recurrenceOf = (draft: ScheduleDraft): Recurrence | undefined => {
  const { type, date, time } = draft
  if (!/^\d\d:\d\d$/.test(time)) return undefined
  if (type === 'once') return /^\d{4}-\d\d-\d\d$/.test(date) ? { type, date, time } : undefined
  if (type === 'before-rains') {
    const daysBefore = numberOf(draft.daysBefore, 0, 180)
    return daysBefore === undefined ? undefined : { type, daysBefore, time }
  }
  const day = numberOf(draft.day, 1, 31)
  if (day === undefined) return undefined
  return type === 'monthly' ? { type, day, time } : { type, month: Number(draft.month), day, time }
}

/** As in most of the country; a province may have another day, which the saved schedule knows. */
const rainsUsuallyBegin = '05-01'

/** When it would run next (ISO), as far as this device can tell. */
export const nextRuns = (recurrence: Recurrence, nowMs: number): string[] =>
  nextRunsAfter(recurrence, nowMs, rainsUsuallyBegin, 3).map((runAtMs) => new Date(runAtMs).toISOString())

const slotsOf = (draft: ScheduleDraft, template: TemplateView) =>
  Object.fromEntries(
    template.slots.map(({ slot, type }) => {
      const entry = draft.alert.slots[slot] ?? ''
      const { daysAfter, time } = timeOf(draft, slot)
      if (type === 'time') return [slot, { daysAfter: Number(daysAfter), time }]
      return [slot, type === 'metres' ? metresOf(entry) : entry]
    }),
  )

const wordsOf = (draft: ScheduleDraft, wording: Exclude<Wording, undefined>) => {
  if (wording !== ownWords) {
    return { template: { id: wording.id, version: wording.version, slots: slotsOf(draft, wording) } }
  }
  const lo = draft.alert.texts.lo.trim()
  const en = draft.alert.texts.en.trim()
  return { texts: { ...(lo === '' ? {} : { lo }), ...(en === '' ? {} : { en }) } }
}

/** The schedule as the API takes it, of a draft without a fault; undefined where there is one. */
export const scheduleBodyOf = (draft: ScheduleDraft, wording: Wording): ScheduleBody | undefined => {
  const { hazard, mode, areas } = draft.alert
  const recurrence = recurrenceOf(draft)
  const windowHours = numberOf(draft.windowHours, 1, 168)
  const validHours = numberOf(draft.validHours, 1, 720)
  if (hazard === undefined || recurrence === undefined || wording === undefined) return undefined
  if (windowHours === undefined || validHours === undefined) return undefined
  const audience = audienceOf(draft.alert)
  return {
    name: draft.name.trim(),
    hazard,
    mode,
    areas: [...areas],
    ...(audience === undefined ? {} : { audience }),
    ...wordsOf(draft, wording),
    recurrence,
    missed: { policy: draft.missed, windowHours },
    validHours,
  }
}

const dayMs = 24 * 3_600_000
const laosAheadMs = 7 * 3_600_000

/** A time that stood still, counted from the day of the run, as the form shows it. */
const fromRun = (iso: string, runDate: string): RelativeTime => {
  const local = new Date(Date.parse(iso) + laosAheadMs).toISOString()
  const days = Math.round((Date.parse(local.slice(0, 10)) - Date.parse(runDate)) / dayMs)
  return { daysAfter: String(Math.max(0, days)), time: local.slice(11, 16) }
}

const timesOf = ({ template, recurrence }: Schedule): Record<string, RelativeTime> => {
  const runDate = recurrence.type === 'once' ? recurrence.date : undefined
  return Object.fromEntries(
    Object.entries(template?.slots ?? {}).flatMap(([slot, input]) => {
      if (typeof input === 'object' && 'daysAfter' in input)
        return [[slot, { daysAfter: String(input.daysAfter), time: input.time }]]
      const isInstant = typeof input === 'string' && /^\d{4}-\d\d-\d\dT/.test(input)
      return isInstant && runDate !== undefined ? [[slot, fromRun(input, runDate)]] : []
    }),
  )
}

const alertOf = ({ hazard, mode, areas, audience, texts, template }: Schedule, nowIso: string): Draft => ({
  ...emptyDraft(nowIso),
  hazard,
  level: 'prepare',
  mode,
  areas,
  duties: audience?.duties ?? [],
  exposures: audience?.exposures ?? [],
  wording: template?.id ?? ownWords,
  texts: { lo: texts?.lo ?? '', en: texts?.en ?? '' },
  slots: Object.fromEntries(
    Object.entries(template?.slots ?? {}).flatMap(([slot, input]) =>
      typeof input === 'object' && 'daysAfter' in input
        ? []
        : [[slot, typeof input === 'number' ? String(input) : input]],
    ),
  ),
})

/** A schedule as the form shows it. */
export const draftOfSchedule = (schedule: Schedule, nowIso: string): ScheduleDraft => {
  const { name, recurrence, missed, validHours } = schedule
  const empty = emptySchedule(nowIso)
  return {
    ...empty,
    name,
    alert: alertOf(schedule, nowIso),
    times: timesOf(schedule),
    type: recurrence.type,
    time: recurrence.time,
    ...(recurrence.type === 'once' ? { date: recurrence.date } : {}),
    ...(recurrence.type === 'yearly' ? { month: String(recurrence.month) } : {}),
    ...(recurrence.type === 'yearly' || recurrence.type === 'monthly' ? { day: String(recurrence.day) } : {}),
    ...(recurrence.type === 'before-rains' ? { daysBefore: String(recurrence.daysBefore) } : {}),
    missed: missed.policy,
    windowHours: String(missed.windowHours),
    validHours: String(validHours),
  }
}
