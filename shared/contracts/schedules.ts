import * as z from 'zod'
import { alertModes, hazards } from '../domain/alert.ts'
import { missedPolicies, runStates, scheduleStates, skipReasons } from '../domain/schedule/schedule.ts'
import { alertTexts } from './alerts.ts'
import { audienceBody } from './audience.ts'
import {
  areaCode,
  changesSomething,
  chosenAreas,
  id,
  localDate,
  people,
  sayWhatChanges,
  villageCode,
} from './fields.ts'
import { said } from './said.ts'
import { oneOfTextsAndTemplate, saysOnce, templateChoice } from './template-choice.ts'

const localTime = z.lazy(() =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, said('Give the time in Laos as HH:MM.', 'ໃສ່ເວລາຂອງລາວ ແບບ 18:00.')),
)
const dayOfMonth = z.lazy(() => z.number().int().min(1).max(31))

/** When a schedule runs, in Laos. A day that the month does not have is its last one. */
export const recurrenceBody = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('once'), date: localDate, time: localTime }),
    z.strictObject({
      type: z.literal('yearly'),
      month: z.number().int().min(1).max(12),
      day: dayOfMonth,
      time: localTime,
    }),
    z.strictObject({ type: z.literal('monthly'), day: dayOfMonth, time: localTime }),
    z.strictObject({
      type: z.literal('before-rains'),
      daysBefore: z.number().int().min(0).max(180),
      time: localTime,
    }),
  ]),
)

/** A time that moves with the run. */
const relativeTime = z.lazy(() =>
  z.strictObject({ daysAfter: z.number().int().min(0).max(170), time: localTime }),
)

/** A template, with slots of times that count from the run. */
export const scheduledTemplate = z.lazy(() =>
  templateChoice.unwrap().extend({
    slots: z
      .record(
        z.string().max(40),
        z.union([templateChoice.unwrap().shape.slots.unwrap().valueType, relativeTime]),
      )
      .default({}),
  }),
)

const scheduleFields = z.lazy(() =>
  z.strictObject({
    name: z.string().trim().min(1, said('Give it a name.', 'ໃສ່ຊື່.')).max(80),
    hazard: z.enum(hazards),
    mode: z.enum(alertModes),
    areas: chosenAreas,
    audience: audienceBody.optional(),
    texts: alertTexts.optional(),
    template: scheduledTemplate.optional(),
    recurrence: recurrenceBody,
    /** A run whose time passed while Siang did not work: sent once within the window, or left out. */
    missed: z.strictObject({
      policy: z.enum(missedPolicies),
      windowHours: z.number().int().min(1).max(168),
    }),
    /** How long each run's message holds. */
    validHours: z.number().int().min(1).max(720),
  }),
)

/** What `POST /v1/schedules` takes. Kind `preparedness` and level `prepare` go without saying. */
export const scheduleBody = z.lazy(() =>
  scheduleFields
    .unwrap()
    .extend({
      missed: scheduleFields.unwrap().shape.missed.default({ policy: 'fire-once', windowHours: 24 }),
      validHours: scheduleFields.unwrap().shape.validHours.default(168),
    })
    .refine(saysOnce, { error: oneOfTextsAndTemplate, path: ['texts'] }),
)

/** What `PATCH /v1/schedules/{scheduleId}` takes; the mode never changes. `audience: null` takes the filter away. */
export const schedulePatch = z.lazy(() =>
  scheduleFields
    .unwrap()
    .omit({ mode: true, audience: true })
    .partial()
    .extend({ audience: audienceBody.nullable().optional() })
    .refine(changesSomething, sayWhatChanges)
    .refine((edit) => edit.texts === undefined || edit.template === undefined, {
      error: oneOfTextsAndTemplate,
      path: ['texts'],
    }),
)

export const scheduleView = z.lazy(() =>
  z.object({
    scheduleId: id,
    name: z.string(),
    state: z.enum(scheduleStates),
    hazard: z.enum(hazards),
    mode: z.enum(alertModes),
    areas: z.array(areaCode),
    audience: audienceBody.nullable(),
    texts: z.object({ lo: z.string().optional(), en: z.string().optional() }).nullable(),
    template: scheduledTemplate.nullable(),
    recurrence: recurrenceBody,
    missed: z.object({ policy: z.enum(missedPolicies), windowHours: z.number().int() }),
    validHours: z.number().int(),
    createdBy: z.string(),
    createdAtIso: z.string(),
    /** In whose name it is sent: who wrote, edited, resumed or reconfirmed it last. */
    responsible: z.string(),
    /** Null where none follows. */
    nextRunAtIso: z.string().nullable(),
    /** True where the next run is sent only once an officer has confirmed it, and it is time to. */
    awaitsReconfirmation: z.boolean(),
    /** From when on the next run can be confirmed; null where it need not be, or is. */
    reconfirmFromIso: z.string().nullable(),
    /** As an edit names it in If-Match. */
    etag: z.string(),
    history: z.array(
      z.object({ action: z.string(), by: z.string(), atIso: z.string(), note: z.string().optional() }),
    ),
    people,
  }),
)

export const scheduleRuns = z.lazy(() =>
  z.object({
    mode: z.enum(alertModes),
    /** What became of past runs, newest first. */
    past: z.array(
      z.object({
        runAtIso: z.string(),
        state: z.enum(runStates),
        /** Why nothing was sent; null where something was. */
        reason: z.enum(skipReasons).nullable(),
        words: z.object({ en: z.string(), lo: z.string() }).nullable(),
        alertId: id.nullable(),
        /** Villages that had their preparedness messages of the month. */
        villagesLeftOut: z.array(villageCode),
        /** Villages that it names and that had been merged or taken off the roster: nobody there got anything. */
        villagesGone: z.array(villageCode),
        recordedAtIso: z.string(),
      }),
    ),
    /** The same of the runs to come, unless an officer edits the schedule. */
    villagesGone: z.array(villageCode),
    /** The next ones, as things stand. */
    next: z.array(
      z.object({
        runAtIso: z.string(),
        /** When its first SMS goes out: later than the run where that lies in quiet hours. */
        smsFromIso: z.string(),
        confirmed: z.boolean(),
      }),
    ),
  }),
)
