import * as z from 'zod'
import { callOutcomes } from '../domain/acknowledgement.ts'
import { alertModes, hazards, reaches } from '../domain/alert.ts'
import { callReasons } from '../domain/call-list.ts'
import { coverages } from '../domain/coverage.ts'
import { deliveryStates } from '../domain/delivery.ts'
import { levels } from '../domain/level.ts'
import { versionStates } from '../domain/version.ts'
import { duties, languages } from '../domain/village.ts'
import { districtCode, id, instant, people, villageCode } from './fields.ts'

const maxNoteCharacters = 300

/** What `POST …/villages/{code}/acknowledgements` takes: what an officer's call to the village came to. */
export const acknowledgementBody = z.lazy(() =>
  z.strictObject({
    outcome: z.enum(callOutcomes),
    /** Whom of the committee they called. */
    memberId: id.optional(),
    /** In the officer's words; stored, shown to whoever covers the village, and in no log. */
    note: z.string().trim().min(1).max(maxNoteCharacters).optional(),
    /** The version that was read out; without it the latest that was issued to the village. */
    version: z.number().int().min(1).optional(),
    /** When they called, for records of a paper list; without it now. */
    calledAtIso: instant.optional(),
    /** The id of a record of this village that is wrong: this one takes its place, and it stays to be seen. */
    corrects: id.optional(),
  }),
)

/** One call as it was recorded. */
export const acknowledgementView = z.lazy(() =>
  z.object({
    id,
    version: z.number().int(),
    outcome: z.enum(callOutcomes),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
    note: z.string().nullable(),
    by: z.string(),
    calledAtIso: z.string(),
    recordedAtIso: z.string(),
    /** The record whose place this one took. */
    corrects: z.string().nullable(),
    /** True where a later record took its place: it counts no more. */
    corrected: z.boolean(),
  }),
)

/** The record that was made, and how far the village is with it. */
export const recordedView = z.lazy(() =>
  z.object({
    alertId: id,
    mode: z.enum(alertModes),
    village: villageCode,
    coverage: z.enum(coverages),
    acknowledgement: acknowledgementView,
  }),
)

/** Every record of one village, in the order in which they were made. */
export const acknowledgementsView = z.lazy(() =>
  z.object({
    alertId: id,
    mode: z.enum(alertModes),
    village: villageCode,
    acknowledgements: z.array(acknowledgementView),
    people,
  }),
)

/** A person of the committee in the order in which to call them. */
const callContact = z.lazy(() =>
  z.object({
    memberId: z.string(),
    name: z.string(),
    duty: z.enum(duties),
    /** E.164, or masked where `phonesShown` is false. */
    phone: z.string(),
    language: z.enum(languages),
    /** True where SMS to the number failed again and again. */
    quarantined: z.boolean(),
    /** False where the roster says that the phone shows no Lao letters: a Lao SMS cannot be read there. */
    showsLao: z.boolean(),
    lastProvenReachableAtIso: z.string().nullable(),
  }),
)

/** What the list says of a village whatever happens there. */
const calledVillage = z.lazy(() =>
  z.object({
    village: villageCode,
    district: districtCode,
    nameLo: z.string(),
    nameEn: z.string(),
    /** 0 unknown, 3 is flooded first. */
    exposure: z.number().int(),
    safePlaceLo: z.string().nullable(),
    safePlaceEn: z.string().nullable(),
    languagesSpoken: z.array(z.string()),
  }),
)

/** A village that needs a person, with whom to call first. */
export const callListVillage = z.lazy(() =>
  calledVillage.unwrap().extend({
    reason: z.enum(callReasons),
    coverage: z.enum(coverages),
    /** Since the version was issued, or since the village asked for help. */
    minutesWaiting: z.number().int(),
    /** Recipients of the version by what became of their SMS; states of nobody are left out. */
    tried: z.partialRecord(z.enum(deliveryStates), z.number().int()),
    calls: z.array(acknowledgementView),
    contacts: z.array(
      callContact.unwrap().extend({
        /** What became of this person's SMS; null where they got none. */
        smsState: z.enum(deliveryStates).nullable(),
        /** What the last call to them came to. */
        lastOutcome: z.enum(callOutcomes).nullable(),
      }),
    ),
  }),
)

/**
 * The call list of the latest version that was issued, or of the one asked for: villages that need a person, the most
 * urgent first. After an all-clear for some villages it is of the danger that the others still have to be told of.
 */
export const callListView = z.lazy(() =>
  z.object({
    alertId: id,
    number: z.number().int(),
    version: z.number().int(),
    mode: z.enum(alertModes),
    reaches: z.enum(reaches),
    hazard: z.enum(hazards),
    level: z.enum(levels),
    areas: z.array(z.string()),
    state: z.enum(versionStates),
    issuedAtIso: z.string(),
    expiresAtIso: z.string(),
    asOfIso: z.string(),
    /** True where nobody waits for a proof of delivery: the board's `callListOpen`. */
    callListOpen: z.boolean(),
    /** From when on villages without proof are on it whatever else happens, on the version's own clock. */
    opensAtIso: z.string(),
    /** Whether numbers stand here in full: to officers, while the version holds. */
    phonesShown: z.boolean(),
    /** What to read out, per language: the text as the phones show it. */
    script: z.object({ lo: z.string().optional(), en: z.string().optional() }),
    counts: z.record(z.enum(callReasons), z.number().int()),
    /** Villages beyond `limit`, the least urgent. */
    villagesLeftOff: z.number().int(),
    villages: z.array(callListVillage),
    people,
  }),
)

/** Whom to call in a district when nothing else works: printed before the rains, filled in by hand. */
export const callSheetView = z.lazy(() =>
  z.object({
    district: districtCode,
    nameLo: z.string(),
    nameEn: z.string(),
    asOfIso: z.string(),
    villages: z.array(calledVillage.unwrap().extend({ contacts: z.array(callContact) })),
  }),
)
