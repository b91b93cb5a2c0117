import * as z from 'zod'
import { budgetLanes } from '../domain/budget.ts'
import { bothLanguages } from './fields.ts'
import { said } from './said.ts'

/** A province, a district, or LA for all Laos. */
export const budgetArea = z.lazy(() =>
  z
    .string()
    .regex(
      /^(LA|\d{2}|\d{4})$/,
      said('Give LA, or the 2 or 4 digits of a province or district.', 'ໃສ່ LA, ຫຼື 2 ຫຼື 4 ຕົວເລກຂອງແຂວງ ຫຼື ເມືອງ.'),
    ),
)

export const budgetMonth = z.lazy(() =>
  z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, said('Give a month as yyyy-mm.', 'ໃສ່ເດືອນແບບ ປີ-ເດືອນ ເຊັ່ນ 2026-07.')),
)

/** What `PUT /v1/budgets/{area}/{lane}` takes. */
export const budgetBody = z.lazy(() =>
  z.strictObject({
    /** SMS parts a month; null takes the limit away, or, with a month, that month's own. */
    parts: z.number().int().min(0).max(100_000_000).nullable(),
    /** Without it from this month on, until it is changed. */
    month: budgetMonth.optional(),
  }),
)

/** What an area may use in a lane, and uses, in SMS parts and money. Null: no budget is set, so there is no limit. */
export const budgetLine = z.lazy(() =>
  z.object({
    lane: z.enum(budgetLanes),
    budgetParts: z.number().int().nullable(),
    budgetUsd: z.number().nullable(),
    /** Whether it was set for this month alone or stands; null where there is none. */
    holds: z.enum(['month', 'standing']).nullable(),
    /** Of versions that are going out now. */
    reservedParts: z.number().int(),
    reservedUsd: z.number(),
    /** Of SMS that the gateway took, or may have taken. */
    spentParts: z.number().int(),
    spentUsd: z.number(),
    /** Below zero where warnings went over it. */
    leftParts: z.number().int().nullable(),
    leftUsd: z.number().nullable(),
    /** What an edit names in If-Match. */
    etag: z.string(),
  }),
)

export const areaBudget = z.lazy(() =>
  z.object({
    area: budgetArea,
    name: bothLanguages,
    lanes: z.array(budgetLine),
  }),
)

export const budgetsView = z.lazy(() =>
  z.object({
    month: budgetMonth,
    pricePerPartUsd: z.number(),
    area: areaBudget,
    /** The areas right below it. Each budget holds for itself: those below need not come to that above. */
    children: z.array(areaBudget),
    /** What an area without a budget means. */
    note: bothLanguages,
  }),
)

/** A budget that the alert would use. */
export const budgetUse = z.lazy(() =>
  z.object({
    area: budgetArea,
    name: bothLanguages,
    lane: z.enum(budgetLanes),
    month: budgetMonth,
    budgetParts: z.number().int(),
    leftParts: z.number().int(),
    neededParts: z.number().int(),
    neededUsd: z.number(),
    /** Above zero: a preparedness message is refused, a warning goes out all the same. */
    overParts: z.number().int(),
    /** What to tell the officer; null where there is enough. */
    warning: bothLanguages.nullable(),
  }),
)
