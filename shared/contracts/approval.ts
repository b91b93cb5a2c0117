import * as z from 'zod'
import { reviewOutcomes } from '../domain/approval.ts'
import { openingLevels } from '../domain/level.ts'
import { alertTexts } from './alerts.ts'
import { audienceBody } from './audience.ts'
import { changesSomething, chosenAreas, id, instant, reason, sayWhatChanges } from './fields.ts'
import { said } from './said.ts'
import { oneOfTextsAndTemplate, templateChoice } from './template-choice.ts'

/** Why a person did it, in their words: kept in the history, in no log. */

/** What `POST …/submit` takes, if anything. */
export const submitBody = z.lazy(() =>
  z
    .strictObject({
      /** A live alert of the same danger over the same villages, beside which this one goes out knowingly. */
      besidesAlertId: id.optional(),
      /** Why villages need a preparedness message that had theirs of the month. */
      overLimitReason: reason.optional(),
    })
    .optional(),
)

/** What `POST …/approve` takes. */
export const approveBody = z.lazy(() =>
  z.strictObject({
    /** The digest of the version as the approver read it. */
    digest: z
      .string()
      .regex(
        /^[0-9a-f]{64}$/,
        said('Hand back the digest of the version that you read.', 'ສົ່ງ digest ຂອງສະບັບທີ່ທ່ານອ່ານຄືນມາ.'),
      ),
    /** How many SMS the approver was told of, where it is another number than was submitted. */
    headCount: z.number().int().min(0).optional(),
  }),
)

/** What `POST …/return`, `…/reject` and `…/break-glass` take. */
export const reasonBody = z.lazy(() => z.strictObject({ reason }))

/** What `POST …/review` takes. */
export const reviewBody = z.lazy(() => z.strictObject({ outcome: z.enum(reviewOutcomes), note: reason }))

/** What `PATCH /v1/alerts/{alertId}` takes. Kind, hazard and mode never change. */
export const editBody = z.lazy(() =>
  z
    .strictObject({
      level: z.enum(openingLevels).optional(),
      areas: chosenAreas.optional(),
      /** Of preparedness messages: whom of the areas it is for; null: everybody. */
      audience: audienceBody.nullable().optional(),
      texts: alertTexts.optional(),
      /** Instead of texts: a template, in the version that was read, with what fills it. */
      template: templateChoice.optional(),
      expiresAtIso: instant.optional(),
    })
    .refine(changesSomething, sayWhatChanges)
    .refine((edit) => edit.texts === undefined || edit.template === undefined, {
      error: oneOfTextsAndTemplate,
      path: ['texts'],
    }),
)
