import * as z from 'zod'
import { alertModes, reaches } from '../domain/alert.ts'
import { levels, openingLevels } from '../domain/level.ts'
import { languages } from '../domain/village.ts'
import { alertTexts } from './alerts.ts'
import { areaCode, id, instant, villageCode } from './fields.ts'
import { said } from './said.ts'
import { oneOfTextsAndTemplate, saysOnce, templateChoice } from './template-choice.ts'

const areas = z.lazy(() =>
  z
    .array(areaCode)
    .min(1, said('Name at least one area, or leave areas out.', 'ເລືອກຢ່າງໜ້ອຍໜຶ່ງເຂດ, ຫຼື ບໍ່ຕ້ອງໃສ່.'))
    .max(500),
)
const once = { error: oneOfTextsAndTemplate, path: ['texts'] }

/** Texts of the officer's own, or a template with what fills it. */
const words = z.lazy(() =>
  z.strictObject({ texts: alertTexts.optional(), template: templateChoice.optional() }),
)

const laterBody = z.lazy(() =>
  words.unwrap().extend({
    /** Without it as long as the stage says for hazard and level. */
    expiresAtIso: instant.optional(),
  }),
)

/** What `POST …/update` takes. */
export const updateBody = z.lazy(() =>
  laterBody
    .unwrap()
    .extend({
      /** As high as it was without this; it may rise and never falls. */
      level: z.enum(openingLevels).optional(),
      /** Every area of before, and others; without this those of before. */
      areas: areas.optional(),
    })
    .refine(saysOnce, once),
)

/** What `POST …/cancel` takes, if anything: without words the template `cancel` speaks. */
export const cancelBody = z.lazy(() =>
  words
    .unwrap()
    .extend({
      /** Why, for whoever reviews it. Kept in the history, in no log. */
      reason: z.string().trim().min(1).max(500).optional(),
    })
    .refine((body) => body.texts === undefined || body.template === undefined, once)
    .optional(),
)

/** What a later version can be. */
export const followUps = ['update', 'cancel', 'all-clear'] as const

/** Whom a version that was not sent yet would go to, if it were issued now. */
export const headsView = z.lazy(() =>
  z.object({
    alertId: id,
    version: z.number().int(),
    level: z.enum(levels),
    mode: z.enum(alertModes),
    reaches: z.enum(reaches),
    areas: z.array(areaCode),
    /** False where submitting it sends it, as its level needs nobody's approval in this stage. */
    needsSecondPerson: z.boolean(),
    /** SMS: a phone of several villages counts once. */
    recipients: z.number().int(),
    /** Billed parts of all of them together; null where nothing is written yet. */
    parts: z.number().int().nullable(),
    /**
     * What was written, as the village with the longest text would get it now; none where nothing is written, or nobody
     * reads the language. `safePlaceUnknown`: in so many villages it names a safe place that the roster does not know.
     */
    texts: z.array(
      z.object({
        language: z.enum(languages),
        text: z.string(),
        village: villageCode,
        safePlaceUnknown: z.number().int(),
      }),
    ),
    villages: z.array(z.object({ village: villageCode, recipients: z.number().int() })),
  }),
)

/** What `POST …/all-clear` takes. */
export const allClearBody = z.lazy(() =>
  laterBody
    .unwrap()
    .extend({
      /** Where the danger is over: areas that were told of it, or parts of them; without this all that remain. */
      areas: areas.optional(),
    })
    .refine(saysOnce, once),
)
