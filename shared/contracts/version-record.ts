import * as z from 'zod'
import { alertKinds, alertModes, hazards, reaches } from '../domain/alert.ts'
import { reviewOutcomes } from '../domain/approval.ts'
import { levels } from '../domain/level.ts'
import { noticeKinds } from '../domain/notices/notice.ts'
import { resendableStates } from '../domain/resend.ts'
import { ownReasons, versionStates } from '../domain/version.ts'
import { audienceBody } from './audience.ts'
import { templateChoice } from './template-choice.ts'

const texts = z.lazy(() => z.object({ lo: z.string().optional(), en: z.string().optional() }))
/** What was reserved when it was issued, of which month, and of which areas' budgets it is more than was left. */
export const reservation = z.lazy(() =>
  z.object({
    month: z.string(),
    reservedParts: z.number().int(),
    overspent: z.array(z.object({ area: z.string(), overParts: z.number().int() })),
  }),
)
const resendable = z.lazy(() => z.enum(resendableStates))
const codes = z.lazy(() => z.set(z.string()).default(new Set()))

/** An alert as stored: what never changes, and which version is the latest. */
export const alertRecord = z.lazy(() =>
  z.object({
    alertId: z.string(),
    number: z.number().int(),
    kind: z.enum(alertKinds),
    hazard: z.enum(hazards),
    mode: z.enum(alertModes),
    reaches: z.enum(reaches).default('phones'),
    areas: z.array(z.string()),
    /** Counts changes of the areas. */
    areasRevision: z.number().int().optional(),
    /** The schedule whose run it is; undefined where an officer wrote it. */
    scheduleId: z.string().optional(),
    latestVersion: z.number().int(),
    createdAtIso: z.string(),
    createdBy: z.string(),
    /** SHA-256 of the body that made it: the same Idempotency-Key with another body is refused. */
    bodyDigest: z.string(),
  }),
)
export type AlertRecord = z.infer<typeof alertRecord>

/** Something that a person or Siang did to a version. `by` is a user's id or `siang`. */
const historyEntry = z.lazy(() =>
  z.object({
    action: z.string(),
    by: z.string(),
    atIso: z.string(),
    /** Why, in the words of whoever did it. */
    note: z.string().optional(),
    /** What Siang itself notes of it, in no language: why it was done, or what was to be sent again. */
    because: z.enum(ownReasons).optional(),
    states: z.array(resendable).optional(),
    /** Which request it was, so that the same Idempotency-Key does nothing twice; never shown. */
    requestId: z.string().optional(),
  }),
)

const byAt = z.lazy(() => z.object({ by: z.string(), atEpochSeconds: z.number().int() }))

/** A version as stored. The sets of district codes say what is still to do; an empty one means done. */
export const versionRecord = z.lazy(() =>
  z.object({
    alertId: z.string(),
    version: z.number().int(),
    number: z.number().int(),
    state: z.enum(versionStates),
    level: z.enum(levels),
    lane: z.enum(['urgent', 'routine']),
    mode: z.enum(alertModes),
    /** As the alert says. Senders read it here: where it is `nobody`, nothing is published. */
    reaches: z.enum(reaches).default('phones'),
    areas: z.array(z.string()),
    /** District → the villages of it that are meant; an empty list means all of them. */
    districts: z.record(z.string(), z.array(z.string())),
    /** Of an all-clear: districts that are over as a whole with it, though it names the last of their villages alone. */
    districtsOver: z.array(z.string()).optional(),
    /** Whom of these villages it is for; undefined: everybody. Exposures are in `districts` by name already. */
    audience: audienceBody.optional(),
    texts,
    /** The template that the texts were made of, and what an officer filled in; undefined of free texts. */
    template: templateChoice.optional(),
    rendered: texts.optional(),
    expiresAtEpochSeconds: z.number().int(),
    /** SHA-256 of the body that made it, as in the alert. */
    bodyDigest: z.string(),
    /** Counts edits, from 1. */
    revision: z.number().int().default(1),
    /** Users who wrote, edited or submitted it: neither they nor another login of theirs approve it. */
    authors: codes,
    /** Set while it waits for a second person, and after they approved: what the approval is about. */
    submission: byAt
      .unwrap()
      .extend({
        /** SHA-256 of what goes out and to whom. */
        digest: z.string(),
        /** How many SMS it was when it was submitted. */
        headCount: z.number().int(),
      })
      .optional(),
    approval: byAt.unwrap().extend({ headCount: z.number().int() }).optional(),
    /** Set where one officer issued what needs a second person. */
    breakGlass: byAt.unwrap().extend({ reason: z.string() }).optional(),
    /** Until when another officer must have looked at what one person did alone. */
    reviewDueAtEpochSeconds: z.number().int().optional(),
    review: byAt
      .unwrap()
      .extend({ outcome: z.enum(reviewOutcomes), note: z.string() })
      .optional(),
    issuedAtEpochSeconds: z.number().int().optional(),
    budget: reservation.optional(),
    history: z.array(historyEntry),
    /** Districts whose dispatches are not all written. */
    fanOutOpen: codes,
    /** Districts where some village's first contact has yet to have its turn. */
    firstTurnOpen: codes,
    /** Districts with deliveries that are pending or being sent. */
    workOpen: codes,
    /** Districts with deliveries in doubt. */
    doubtful: codes,
    /** Districts whose second wave is open and not on its way yet. */
    secondWaveToQueue: codes,
    secondWaveOpenedAtEpochSeconds: z.number().int().optional(),
    /** Districts whose open waves have to be queued anew: the version was resumed, or ended while work was open. */
    wavesToQueue: codes,
    /** Districts where the last resend is not carried out yet. */
    resendToQueue: codes,
    /** What people had sent again, in order. */
    resends: z
      .array(
        z.object({
          number: z.number().int(),
          states: z.array(resendable),
          by: z.string(),
          atIso: z.string(),
        }),
      )
      .default([]),
    /** When it was last resumed: first contacts that were held have their time from then. */
    resumedAtEpochSeconds: z.number().int().optional(),
    /** When a newer version ended this one in mid-send: what was being published then goes out a moment later. */
    supersededAtEpochMs: z.number().int().optional(),
    /** Since when carriers say that the account's quota is used up: SMS are accepted and not delivered. */
    quotaExhaustedSinceEpochSeconds: z.number().int().optional(),
    dueAtEpochSeconds: z.number().int().optional(),
    /** Set of a notice, which no alert stands over: whom of the users Siang tells what. */
    notice: z
      .object({
        kind: z.enum(noticeKinds),
        userIds: z.array(z.string()),
        /** How many should be told and have no phone on record. */
        withoutPhone: z.number().int(),
      })
      .optional(),
    /** Set of a test SMS, which no alert stands over: to whom, and which number they had when it was asked for. */
    testSms: z.object({ village: z.string(), memberId: z.string(), phone: z.string() }).optional(),
    /** When the table lets it go; undefined of what is kept. */
    removeAtEpochSeconds: z.number().int().optional(),
  }),
)
export type VersionRecord = z.infer<typeof versionRecord>

/** What is still to do in one district of a version, by village. */
export const districtProgressRecord = z.lazy(() =>
  z.object({
    firstTurnOpen: codes,
    workOpen: codes,
    doubtful: codes,
  }),
)
export type DistrictProgress = z.infer<typeof districtProgressRecord>
