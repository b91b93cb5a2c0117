import * as z from 'zod'
import { lanes } from '../domain/alert.ts'
import { coverages } from '../domain/coverage.ts'
import { deliveryStates } from '../domain/delivery.ts'
import { versionStates } from '../domain/version.ts'
import { languages } from '../domain/village.ts'
import { accountStop, kindOfAlert } from './alerts.ts'
import { acknowledgementView } from './calls.ts'
import { districtCode, id, people, villageCode } from './fields.ts'

/** How many recipients are in each state. `accepted` and `delivered` are never added together. */
const tally = z.lazy(() => z.record(z.enum(deliveryStates), z.number().int()))

/** One village of the board, compact: code, coverage, exposure (0 unknown), then the tally in the order of `states`. */
export const boardRow = z.lazy(() =>
  z.tuple([villageCode, z.enum(coverages), z.number().int()], z.number().int()),
)

export const boardDistrict = z.lazy(() =>
  z.object({
    district: districtCode,
    villages: z.number().int(),
    /** Null where nobody has said how many there should be. */
    villagesExpected: z.number().int().nullable(),
    /** Expected but not on the roster: nobody there gets an SMS. */
    villagesNotOnRoster: z.number().int().nullable(),
    fannedOut: z.boolean(),
  }),
)

/** The board of a version: villages that need a person first, so those without contact lead. */
export const boardView = z.lazy(() =>
  z.object({
    alertId: id,
    version: z.number().int(),
    state: z.enum(versionStates),
    ...kindOfAlert,
    /** True where SNS refused SMS of this version for want of the account's quota: what it accepts is not delivered. */
    accountQuotaExhausted: z.boolean(),
    accountQuotaExhaustedSinceIso: z.string().nullable(),
    /** Since when nothing goes out but a try now and then, as the account has no quota left; null where it goes out. */
    sendingHeldSinceIso: z.string().nullable(),
    ...accountStop,
    /** Until when quiet hours hold what waits; null where they do not. Actual warnings are never held. */
    heldByQuietHoursUntilIso: z.string().nullable(),
    /** True where SMS cannot be relied on now, or people sleep: villages that nobody has reached must be called. */
    callListOpen: z.boolean(),
    /** When what waits will have been handed over if nothing else is sent first; null where nobody can tell. */
    estimatedFinishAtIso: z.string().nullable(),
    states: z.array(z.enum(deliveryStates)),
    totals: tally,
    coverage: z.partialRecord(z.enum(coverages), z.number().int()),
    districts: z.array(boardDistrict),
    villages: z.array(boardRow),
  }),
)

export const recipientView = z.lazy(() =>
  z.object({
    memberId: z.string(),
    name: z.string().nullable(),
    phone: z.string(),
    language: z.enum(languages),
    /** True where no text was written in the member's language and they got another. */
    languageFallback: z.boolean(),
    /** True where the text is in Lao letters, which this member's phone does not show as the roster says. */
    lettersFallback: z.boolean(),
    wave: z.number().int(),
    state: z.enum(deliveryStates),
    attempts: z.number().int(),
    /** True where the SMS may have gone out twice. */
    possibleDuplicate: z.boolean(),
    /** True where a person had a failed one sent again, so that `attempts` may hold several SMS. */
    resent: z.boolean(),
    /** The village whose committee gets the SMS on this same phone, where it is another. */
    sharedWithVillage: villageCode.nullable(),
    reason: z.string().nullable(),
    gatewayMessageId: z.string().nullable(),
    changedAtIso: z.string().nullable(),
  }),
)

/** One language's text as the village gets it, and what is read out there. */
const villageText = z.lazy(() =>
  z.object({
    language: z.enum(languages),
    text: z.string(),
    script: z.string(),
    recipients: z.number().int(),
  }),
)

export const boardVillageView = z.lazy(() =>
  z.object({
    alertId: id,
    version: z.number().int(),
    ...kindOfAlert,
    village: villageCode,
    nameLo: z.string(),
    nameEn: z.string(),
    lane: z.enum(lanes),
    coverage: z.enum(coverages),
    tally,
    /** What this village gets, in each language that somebody of it is written to in. */
    texts: z.array(villageText),
    recipients: z.array(recipientView),
    /** What officers' calls to the village came to, of all versions, in the order of recording. */
    acknowledgements: z.array(acknowledgementView),
    people,
  }),
)
