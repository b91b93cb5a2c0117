import * as z from 'zod'
import { alertModes, hazards } from '../domain/alert.ts'
import { missedPolicies, runStates, scheduleStates, skipReasons } from '../domain/schedule/schedule.ts'
import { audienceBody } from './audience.ts'
import { recurrenceBody, scheduledTemplate } from './schedules.ts'

const texts = z.lazy(() => z.object({ lo: z.string().optional(), en: z.string().optional() }))

/** A schedule as stored. What officers write of it counts up `edition`, every write `revision`. */
export const scheduleRecord = z.lazy(() =>
  z.object({
    scheduleId: z.string(),
    name: z.string(),
    state: z.enum(scheduleStates),
    hazard: z.enum(hazards),
    mode: z.enum(alertModes),
    areas: z.array(z.string()),
    audience: audienceBody.optional(),
    texts: texts.optional(),
    template: scheduledTemplate.optional(),
    recurrence: recurrenceBody,
    missed: z.object({ policy: z.enum(missedPolicies), windowHours: z.number().int() }),
    /** How long each run's message holds. */
    validHours: z.number().int(),
    createdAtIso: z.string(),
    createdBy: z.string(),
    /** The officer in whose name runs are issued: who wrote it, edited, resumed or reconfirmed it last. */
    responsible: z.string(),
    /** The run that comes next; undefined where it has ended. */
    nextRunAtMs: z.number().int().optional(),
    /** The run that `tick` has begun and not ended: it is finished whatever officers change meanwhile. */
    runningAtMs: z.number().int().optional(),
    /** The run that an officer has confirmed. */
    confirmedRunAtMs: z.number().int().optional(),
    edition: z.number().int(),
    revision: z.number().int(),
    bodyDigest: z.string(),
    history: z.array(
      z.object({ action: z.string(), by: z.string(), atIso: z.string(), note: z.string().optional() }),
    ),
  }),
)
export type ScheduleRecord = z.infer<typeof scheduleRecord>

/** What became of one run. Whoever writes it first decides. */
export const runRecord = z.lazy(() =>
  z.object({
    scheduleId: z.string(),
    runAtMs: z.number().int(),
    state: z.enum(runStates),
    reason: z.enum(skipReasons).optional(),
    alertId: z.string().optional(),
    /** Villages that had their preparedness messages of the month already. */
    leftOut: z.array(z.string()).default([]),
    /** Villages that it names and that were merged or taken off the roster. */
    gone: z.array(z.string()).default([]),
    /** What the schedule was when the run was decided: an officer may have changed it since. */
    edition: z.number().int().optional(),
    areas: z.array(z.string()).default([]),
    recordedAtIso: z.string(),
  }),
)
export type RunRecord = z.infer<typeof runRecord>
