import * as z from 'zod'
import { said } from './said.ts'

const name = z.lazy(() => z.string().max(120))

/** What fills a slot: an id of the lists or an instant, metres, or a pair of names. The template says which. */
const slotInput = z.lazy(() =>
  z.union([z.string().max(60), z.number(), z.strictObject({ lo: name, en: name })]),
)

/** A template in the version that the officer saw, with what they filled in. */
export const templateChoice = z.lazy(() =>
  z.strictObject({
    id: z.string().max(40),
    version: z.number().int().min(1),
    slots: z.record(z.string().max(40), slotInput).default({}),
  }),
)

export const oneOfTextsAndTemplate = said(
  'Give either texts or a template.',
  'ຂຽນຂໍ້ຄວາມ ຫຼື ເລືອກແມ່ແບບ, ຢ່າງໃດຢ່າງໜຶ່ງ.',
)

/** Whether a body says in exactly one way what to send. */
export const saysOnce = (body: { texts?: unknown; template?: unknown }): boolean =>
  (body.texts === undefined) !== (body.template === undefined)
