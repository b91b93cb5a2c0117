import * as z from 'zod'
import { alertKinds, alertModes, hazards, reaches } from '../domain/alert.ts'
import { contentParts } from '../domain/check-content.ts'
import { levels } from '../domain/level.ts'
import { slotTypes } from '../domain/templates/template.ts'
import { languages } from '../domain/village.ts'
import { alertTexts, previewView, textPreview } from './alerts.ts'
import { audienceBody } from './audience.ts'
import { bothLanguages, chosenAreas } from './fields.ts'
import { oneOfTextsAndTemplate, saysOnce, templateChoice } from './template-choice.ts'

const language = z.lazy(() => z.enum(languages))

/** A template as a line of the list. `unreviewed`: languages whose wording nobody has approved. */
export const templateSummary = z.lazy(() =>
  z.object({
    id: z.string(),
    version: z.number().int(),
    name: bothLanguages,
    kinds: z.array(z.enum(alertKinds)),
    hazards: z.array(z.enum(hazards)),
    levels: z.array(z.enum(levels)),
    modes: z.array(z.enum(alertModes)),
    unreviewed: z.array(language),
  }),
)

/** What a template says in one language; slots stand in braces. */
const wordingView = z.lazy(() =>
  z.object({
    language,
    text: z.string(),
    script: z.string(),
    /** Null where nobody has approved it. */
    review: z.object({ by: z.string(), on: z.string() }).nullable(),
  }),
)

const choiceView = z.lazy(() => z.object({ id: z.string(), name: bothLanguages }))

export const templateView = z.lazy(() =>
  templateSummary.unwrap().extend({
    /** What an officer fills in. */
    slots: z.array(z.object({ slot: z.string(), type: z.enum(slotTypes) })),
    wordings: z.array(wordingView),
    /** What slots of these types can name by id. */
    rivers: z.array(choiceView),
    places: z.array(choiceView),
  }),
)

/** What `POST /v1/compose` takes: what a draft takes, and the levels with which an alert goes on. */
export const composeBody = z.lazy(() =>
  z
    .strictObject({
      kind: z.enum(alertKinds),
      hazard: z.enum(hazards),
      level: z.enum(levels),
      mode: z.enum(alertModes),
      areas: chosenAreas,
      /** As in a draft. */
      audience: audienceBody.optional(),
      texts: alertTexts.optional(),
      template: templateChoice.optional(),
      /** As in a draft. */
      reaches: z.enum(reaches).optional(),
    })
    .refine(saysOnce, { error: oneOfTextsAndTemplate, path: ['texts'] }),
)

const content = z.lazy(() =>
  z.object({ there: z.array(z.enum(contentParts)), missing: z.array(z.enum(contentParts)) }),
)

/** Spellings that cost less. Nothing is changed unless the officer takes them. */
const spellingOffers = z.lazy(() =>
  z.object({
    offers: z.array(
      z.object({
        kind: z.enum(['lao-spelling', 'plain-character']),
        from: z.string(),
        to: z.string(),
        count: z.number().int(),
        unitsSaved: z.number().int(),
      }),
    ),
    /** The text with all of them taken. */
    text: z.string(),
    unitsSaved: z.number().int(),
    partsSaved: z.number().int(),
  }),
)

/** One language's text with everything that its writer should look at. */
export const composedText = z.lazy(() =>
  textPreview.unwrap().extend({
    /** As it is written: slots of village and district in braces. */
    text: z.string(),
    content,
    spelling: spellingOffers,
    /** So many units less, and each SMS takes so many parts; null where it takes one. */
    saveAPart: z.object({ units: z.number().int(), parts: z.number().int() }).nullable(),
    /** What is read out by loudspeaker. */
    script: z.string(),
    /** Villages of which the roster has no safe place that this text can name. */
    safePlaceInOtherLanguage: z.number().int(),
    safePlaceUnknown: z.number().int(),
  }),
)

export const composeView = z.lazy(() =>
  previewView.unwrap().extend({
    /** True where no template stands behind the words. */
    freeText: z.boolean(),
    unreviewed: z.array(language),
    /** False where submitting it sends it, as its level needs nobody's approval in this stage. */
    needsSecondPerson: z.boolean(),
    texts: z.array(composedText),
  }),
)
