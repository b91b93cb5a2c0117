import * as z from 'zod'
import { callOutcomes } from '../domain/acknowledgement.ts'
import { alertKinds, alertModes, hazards, reaches } from '../domain/alert.ts'
import { reviewOutcomes } from '../domain/approval.ts'
import { coverages } from '../domain/coverage.ts'
import { deliveryStates } from '../domain/delivery.ts'
import { levels } from '../domain/level.ts'
import { versionStates } from '../domain/version.ts'
import { bothLanguages, districtCode, id, people, villageCode } from './fields.ts'

const count = z.lazy(() => z.number().int())
const byAt = { by: z.string(), atIso: z.string() }
const texts = z.lazy(() => z.object({ lo: z.string().optional(), en: z.string().optional() }))
/** States of nobody are left out. */
const states = z.lazy(() => z.partialRecord(z.enum(deliveryStates), count))

/** When the first people of the villages were written to, and how long that took. */
const firstContacts = z.lazy(() =>
  z.object({
    /** Villages with somebody to write to first. */
    villages: count,
    /** Those whose first contact's SMS the gateway took. */
    handedOver: count,
    firstAtIso: z.string().nullable(),
    lastAtIso: z.string().nullable(),
    /** From submitting, so that the wait for a second person is in it. */
    secondsFromSubmitToFirst: count.nullable(),
    secondsFromSubmitToLast: count.nullable(),
  }),
)

/** One version: what was said by whom, and what became of it in the caller's areas. */
export const reportVersion = z.lazy(() =>
  z.object({
    version: count,
    level: z.enum(levels),
    state: z.enum(versionStates),
    freeText: z.boolean(),
    /** As phones showed it, villages' own words in braces; before issuing as it was written. */
    texts,
    issuedAtIso: z.string().nullable(),
    expiresAtIso: z.string(),
    submission: z.object(byAt).nullable(),
    approval: z.object(byAt).nullable(),
    breakGlass: z.object({ ...byAt, reason: z.string() }).nullable(),
    review: z.object({ ...byAt, outcome: z.enum(reviewOutcomes), note: z.string() }).nullable(),
    /** Everything that people and Siang did to it, in order. */
    history: z.array(
      z.object({
        action: z.string(),
        ...byAt,
        /** Why, in the words of whoever did it. */
        note: z.string().nullable(),
        /** What Siang itself says of it. */
        words: bothLanguages.nullable(),
      }),
    ),
    villages: count,
    /** SMS that were to be sent, by what became of them. `accepted` and `delivered` are never added together. */
    recipients: count,
    states,
    coverage: z.partialRecord(z.enum(coverages), count),
    /** SMS that a gateway took at some time, whatever came of them: what is billed, at least. */
    handedOver: count,
    partsHandedOver: count,
    costUsd: z.number(),
    /** SMS that may have gone out twice, and those that a person had sent again: each is counted once above. */
    possibleDuplicates: count,
    resent: count,
    /** SMS that did not come through, by the name of the reason; null where none is known. */
    failures: z.array(z.object({ state: z.enum(deliveryStates), reason: z.string().nullable(), count })),
    firstContacts,
  }),
)

/** One village over the whole alert. */
export const reportVillage = z.lazy(() =>
  z.object({
    village: villageCode,
    district: districtCode,
    nameLo: z.string(),
    nameEn: z.string(),
    /** Of the latest version that was meant for it. */
    coverage: z.enum(coverages),
    firstHandedOverAtIso: z.string().nullable(),
    /** When Siang heard the first word of a carrier that an SMS was delivered. */
    firstDeliveredAtIso: z.string().nullable(),
    /** When an officer first told a person there by phone, by the records that stand. */
    firstAcknowledgedAtIso: z.string().nullable(),
    calls: count,
    versions: z.array(z.object({ version: count, coverage: z.enum(coverages), states })),
  }),
)

/** How many villages had got so far by then. Each is counted in all columns that it reached. */
const progressStep = z.lazy(() =>
  z.object({ minutes: count, handedOver: count, delivered: count, acknowledged: count }),
)

/** An alert as it is told afterwards: the caller sees their own areas' share. Numbers and names of members are in none. */
export const reportView = z.lazy(() =>
  z.object({
    alertId: id,
    number: count,
    kind: z.enum(alertKinds),
    hazard: z.enum(hazards),
    mode: z.enum(alertModes),
    reaches: z.enum(reaches),
    areas: z.array(z.string()),
    createdBy: z.string(),
    createdAtIso: z.string(),
    asOfIso: z.string(),
    /** False where the alert has villages that the caller does not cover, or did not ask for: they are in no number. */
    whole: z.boolean(),
    versions: z.array(reportVersion),
    /** Minutes since the first version was issued, as far as they have passed. */
    progress: z.array(progressStep),
    calls: z.object({ recorded: count, byOutcome: z.partialRecord(z.enum(callOutcomes), count) }),
    partsHandedOver: count,
    costUsd: z.number(),
    villages: z.array(reportVillage),
    people,
  }),
)
