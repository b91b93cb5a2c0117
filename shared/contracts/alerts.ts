import * as z from 'zod'
import { alertKinds, alertModes, hazards, reaches } from '../domain/alert.ts'
import { reviewOutcomes } from '../domain/approval.ts'
import { coverages } from '../domain/coverage.ts'
import { levels, openingLevels } from '../domain/level.ts'
import { noticeKinds } from '../domain/notices/notice.ts'
import { resendableStates } from '../domain/resend.ts'
import { versionStates } from '../domain/version.ts'
import { languages } from '../domain/village.ts'
import { audienceBody } from './audience.ts'
import { budgetUse } from './budgets.ts'
import { areaCode, bothLanguages, chosenAreas, id, instant, people, villageCode } from './fields.ts'
import { said } from './said.ts'
import { oneOfTextsAndTemplate, saysOnce, templateChoice } from './template-choice.ts'
import { reservation } from './version-record.ts'

const maxTextCharacters = 1600
/** Characters that nobody sees and that cost room in an SMS: zero-width ones, and control characters but line ends. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const invisible = /[\u200b\u2060\ufeff\u00ad]|[\u0000-\u0009\u000b-\u001f\u007f]/g

const text = z.lazy(() =>
  z
    .string()
    .max(maxTextCharacters)
    .transform((written) => written.normalize('NFC').replaceAll(invisible, '').trim())
    .pipe(z.string().min(1, said('Write the text, or leave the language out.', 'ຂຽນຂໍ້ຄວາມ, ຫຼື ບໍ່ຕ້ອງໃສ່ພາສານີ້.'))),
)

/** Text per language, as the officer writes it. A recipient without a text in their language gets another, visibly. */
export const alertTexts = z.lazy(() =>
  z
    .strictObject({ lo: text.optional(), en: text.optional() })
    .refine(
      (given) => languages.some((language) => given[language] !== undefined),
      said('Write the text in at least one language.', 'ຂຽນຂໍ້ຄວາມຢ່າງໜ້ອຍໜຶ່ງພາສາ.'),
    ),
)

/** What `POST /v1/alerts/preview` takes. */
export const alertBody = z.lazy(() =>
  z.strictObject({
    kind: z.enum(alertKinds),
    hazard: z.enum(hazards),
    level: z.enum(openingLevels),
    mode: z.enum(alertModes),
    areas: chosenAreas,
    /** Of preparedness messages: whom of the areas it is for. */
    audience: audienceBody.optional(),
    texts: alertTexts,
    /** Of drills: whether phones get the SMS; without it as the stage says. An actual alert reaches phones. */
    reaches: z.enum(reaches).optional(),
    /** Without it the message holds as long as the stage says for its hazard and level. */
    expiresAtIso: instant.optional(),
  }),
)

/** What `POST /v1/alerts` takes: texts of the officer's own, or a template with what fills it. */
export const draftBody = z.lazy(() =>
  alertBody
    .unwrap()
    .extend({ texts: alertTexts.optional(), template: templateChoice.optional() })
    .refine(saysOnce, { error: oneOfTextsAndTemplate, path: ['texts'] }),
)

/** What tells a drill from the real thing, in every answer about an alert, and whether its SMS go to phones at all. */
export const kindOfAlert = { mode: z.enum(alertModes), reaches: z.enum(reaches) }

/**
 * How one language's text goes out, as its longest recipient gets it. `parts` are billed; `graphemeSafeParts` where no
 * letter may be cut in two.
 */
export const textPreview = z.lazy(() =>
  z.object({
    language: z.enum(languages),
    rendered: z.string(),
    /** The village whose text is the longest; null where all get the same. */
    widestVillage: villageCode.nullable(),
    encoding: z.enum(['GSM-7', 'UCS-2']),
    units: z.number().int(),
    parts: z.number().int(),
    graphemeSafeParts: z.number().int(),
    recipients: z.number().int(),
    /** Billed parts of all recipients of this language. */
    partsTotal: z.number().int(),
  }),
)

export const textWarning = z.lazy(() =>
  z.object({
    code: z.enum([
      'too-many-parts',
      'language-without-text',
      'one-more-part',
      'costly-characters',
      'two-parts-to-evacuate',
      'reply-asked',
    ]),
    language: z.enum(languages),
    message: z.object({ en: z.string(), lo: z.string() }),
  }),
)

export const previewView = z.lazy(() =>
  z.object({
    ...kindOfAlert,
    villages: z.number().int(),
    villagesExpected: z.number().int().nullable(),
    villagesWithoutContact: z.number().int(),
    villagesWithoutSafePlace: z.number().int(),
    /** Of preparedness messages: villages that had theirs of this month. */
    villagesOverMonthlyLimit: z.array(
      z.object({ code: villageCode, nameLo: z.string(), nameEn: z.string() }),
    ),
    recipients: z.number().int(),
    texts: z.array(textPreview),
    /** Districts without a desk number, where the text names one. They get `fallbackDesk`; without it no draft is made. */
    districtsWithoutDesk: z.array(z.string()),
    /** What the stage names as desk where a district has none. */
    fallbackDesk: z.string().nullable(),
    parts: z.number().int(),
    costUsd: z.number(),
    /** At the configured rate; null where the rate is unlimited. */
    minutes: z.number().nullable(),
    /** Until when quiet hours would hold its SMS, if it were issued now; null where they go out at once. */
    heldByQuietHoursUntilIso: z.string().nullable(),
    warnings: z.array(textWarning),
    /** The budgets that it would use, with what is left of each now. */
    budgets: z.array(budgetUse),
  }),
)

const historyEntry = z.lazy(() =>
  z.object({
    action: z.string(),
    by: z.string(),
    atIso: z.string(),
    /** Why, in the words of whoever did it. */
    note: z.string().optional(),
    /** What Siang itself says of it; left out where that is nothing. */
    words: bothLanguages.optional(),
  }),
)

/** Who did it, and when. */
const byAt = { by: z.string(), atIso: z.string() }

export const versionView = z.lazy(() =>
  z.object({
    version: z.number().int(),
    state: z.enum(versionStates),
    ...kindOfAlert,
    level: z.enum(levels),
    areas: z.array(areaCode),
    /** Whom of the areas it is for; null: everybody. */
    audience: audienceBody.nullable(),
    /** Slots of village and district stand in braces: a sender fills them for each recipient. */
    texts: z.object({ lo: z.string().optional(), en: z.string().optional() }),
    /** The template behind the texts, as it was filled; null where an officer wrote them. */
    template: templateChoice.nullable(),
    /** True where no template stands behind the words, so that nobody but their writer has read them before. */
    freeText: z.boolean(),
    /** As the phones show it, but for those slots; null until issued. */
    rendered: z.object({ lo: z.string().optional(), en: z.string().optional() }).nullable(),
    expiresAtIso: z.string(),
    issuedAtIso: z.string().nullable(),
    /** Until when quiet hours hold its SMS, where they would go out now; null where nothing is held. */
    heldByQuietHoursUntilIso: z.string().nullable(),
    /** Going over budgets keeps no warning back; null until issued. */
    budget: reservation.nullable(),
    /** While it waits for a second person, and after they approved. An approval names `digest`. */
    submission: z.object({ ...byAt, digest: z.string(), headCount: z.number().int() }).nullable(),
    approval: z.object({ ...byAt, headCount: z.number().int() }).nullable(),
    breakGlass: z.object({ ...byAt, reason: z.string() }).nullable(),
    /** Until when another officer must have reviewed what one did alone; null where nothing is to review. */
    reviewDueAtIso: z.string().nullable(),
    review: z.object({ ...byAt, outcome: z.enum(reviewOutcomes), note: z.string() }).nullable(),
    /** Districts whose dispatches are not all written yet. */
    districtsToFanOut: z.number().int(),
    /** Null while first contacts have their turn. */
    secondWaveOpenedAtIso: z.string().nullable(),
    /** What people had sent again, in order. What came of it is told by the board. */
    resends: z.array(
      z.object({
        number: z.number().int(),
        states: z.array(z.enum(resendableStates)),
        by: z.string(),
        atIso: z.string(),
      }),
    ),
    history: z.array(historyEntry),
    /** Of what officers and admins were told by SMS, how many, and how many of those meant have no phone on record. */
    notices: z.array(
      z.object({
        kind: z.enum(noticeKinds),
        atIso: z.string(),
        sms: z.number().int(),
        withoutPhone: z.number().int(),
      }),
    ),
  }),
)

export const alertSummary = z.lazy(() =>
  z.object({
    alertId: id,
    number: z.number().int(),
    kind: z.enum(alertKinds),
    hazard: z.enum(hazards),
    ...kindOfAlert,
    level: z.enum(levels),
    state: z.enum(versionStates),
    areas: z.array(areaCode),
    version: z.number().int(),
    createdAtIso: z.string(),
    createdBy: z.string(),
    /** The schedule that it is a run of; null where an officer wrote it. */
    scheduleId: id.nullable(),
    /** Since when the latest version waits for a second person; null where it does not. */
    waitsForApprovalSinceIso: z.string().nullable(),
    /** What phones were told last: another version than `version` where that one was not sent; null where nothing was. */
    lastIssued: z
      .object({
        version: z.number().int(),
        level: z.enum(levels),
        state: z.enum(versionStates),
        expiresAtIso: z.string(),
      })
      .nullable(),
    /** True where an actual danger was told and somebody owes the people an all-clear or a cancel, its time over or not. */
    notEnded: z.boolean(),
    /** Where the danger that was told last has not ended: `areas`, but for what of them is `cleared`. Of drills too. */
    remaining: z.object({ areas: z.array(areaCode), cleared: z.array(areaCode) }),
    /** True where what one officer did alone was not reviewed in time. */
    reviewOverdue: z.boolean(),
  }),
)

/** True while an admin has stopped every SMS of the account: nothing of any alert goes out. */
export const accountStop = { accountStopped: z.boolean(), accountStoppedSinceIso: z.string().nullable() }

/** A line of the list. */
export const listedAlert = z.lazy(() =>
  alertSummary.unwrap().extend({
    /**
     * How far the villages of the caller's areas are with what phones were told last, where open alerts were asked for;
     * null of one that is not live, and of all but the newest ten that are.
     */
    villages: z
      .object({
        coverage: z.partialRecord(z.enum(coverages), z.number().int()),
        /** The first 20 of those that need help, the most exposed leading. */
        needHelp: z.array(villageCode),
      })
      .nullable(),
  }),
)

export const alertView = z.lazy(() =>
  alertSummary.unwrap().extend({
    ...accountStop,
    people,
    /** Of the latest version, as an edit names it in If-Match. */
    etag: z.string(),
    versions: z.array(versionView),
  }),
)
