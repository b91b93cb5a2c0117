import * as z from 'zod'
import { alertModes } from '../domain/alert.ts'
import { levels } from '../domain/level.ts'

const inBoth = z.object({ lo: z.string().min(1), en: z.string().min(1) })

/** An authority as a function's environment names it; infra holds the setting to its rules. */
export const capAuthority = z.object({
  sender: z.string().regex(/^[^\s,<&]+$/),
  senderName: inBoth,
  web: z.url({ protocol: /^https?$/ }),
  contact: z.string().min(1).optional(),
  sinceIso: z.iso.datetime({ offset: true }),
  modes: z.array(z.enum(alertModes)),
  levels: z.array(z.enum(levels)),
  areas: z.array(z.string()),
  preparedness: z.boolean(),
})

/** What stays of a published version beside its file, for those that follow it. */
export const capMessageRecord = z.object({
  alertId: z.string(),
  version: z.number().int(),
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  /** It was over before it was published, and never will be. */
  withheld: z.literal(true).optional(),
})
export type CapMessage = z.infer<typeof capMessageRecord>

/** A published version as it was published. */
export const capFileRecord = capMessageRecord.extend({ xml: z.string() })
export type CapFile = z.infer<typeof capFileRecord>

/** What the feed says of a published version. */
export const capEntryRecord = capMessageRecord.extend({
  expires: z.string(),
  title: z.string(),
  summary: z.string(),
})
export type CapEntry = z.infer<typeof capEntryRecord>
