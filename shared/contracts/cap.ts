import * as z from 'zod'
import { alertModes } from '../domain/alert.ts'
import { levels } from '../domain/level.ts'

const inBoth = z.lazy(() => z.object({ lo: z.string().min(1), en: z.string().min(1) }))

/** An authority as a function's environment names it; infra holds the setting to its rules. */
export const capAuthority = z.lazy(() =>
  z.object({
    sender: z.string().regex(/^[^\s,<&]+$/),
    senderName: inBoth,
    web: z.url({ protocol: /^https?$/ }),
    contact: z.string().min(1).optional(),
    sinceIso: z.iso.datetime({ offset: true }),
    modes: z.array(z.enum(alertModes)),
    levels: z.array(z.enum(levels)),
    areas: z.array(z.string()),
    preparedness: z.boolean(),
  }),
)

/** What stays of a published version beside its file, for those that follow it. */
export const capMessageRecord = z.lazy(() =>
  z.object({
    alertId: z.string(),
    version: z.number().int(),
    identifier: z.string(),
    sender: z.string(),
    sent: z.string(),
    /** It was over before it was published, and never will be. */
    withheld: z.literal(true).optional(),
  }),
)
export type CapMessage = z.infer<typeof capMessageRecord>

/** A published version as it was published. */
export const capFileRecord = z.lazy(() => capMessageRecord.unwrap().extend({ xml: z.string() }))
export type CapFile = z.infer<typeof capFileRecord>

/** What the feed says of a published version. */
export const capEntryRecord = z.lazy(() =>
  capMessageRecord.unwrap().extend({
    expires: z.string(),
    title: z.string(),
    summary: z.string(),
  }),
)
export type CapEntry = z.infer<typeof capEntryRecord>
