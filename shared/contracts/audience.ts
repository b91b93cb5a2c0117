import * as z from 'zod'
import { duties, exposures } from '../domain/village.ts'
import { said } from './said.ts'

/** Whom of the areas a preparedness message is for; a list that is left out asks for nothing. */
export const audienceBody = z.lazy(() =>
  z
    .strictObject({
      /** Members of these duties alone. */
      duties: z.array(z.enum(duties)).min(1).max(duties.length).optional(),
      /** Villages of these exposures alone: 3 is flooded first. */
      exposures: z
        .array(z.literal([...exposures]))
        .min(1)
        .max(exposures.length)
        .optional(),
    })
    .refine(
      (given) => given.duties !== undefined || given.exposures !== undefined,
      said('Name duties or exposures, or leave the audience out.', 'ເລືອກໜ້າທີ່ ຫຼື ຄວາມສ່ຽງ, ຫຼື ບໍ່ຕ້ອງໃສ່.'),
    ),
)
