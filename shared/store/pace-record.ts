import * as z from 'zod'
import type { Halts } from '../domain/halts.ts'

/** The one item that every sender asks before it sends: the account's next free slot, and what is stopped. */
export const paceKey = { PK: 'PACE', SK: 'PACE' }

/** The item as stored; before anybody sent or stopped anything there is none. */
export const paceRecord = z.lazy(() =>
  z
    .object({
      nextFreeAtMs: z.number().default(0),
      /** When routine SMS may take slots again although others wait for them. */
      routineShareAtMs: z.number().default(0),
      halted: z.set(z.string()).default(new Set()),
      accountStop: z
        .object({ by: z.string(), atEpochSeconds: z.number().int(), reason: z.string() })
        .optional(),
      accountResumed: z.object({ by: z.string(), atEpochSeconds: z.number().int() }).optional(),
      /** Since when the account has no quota left, and until when nobody sends; after that one sender tries. */
      quotaHeldSinceMs: z.number().optional(),
      quotaHeldUntilMs: z.number().optional(),
      /** When a carrier last refused an SMS for that. */
      quotaRefusedAtMs: z.number().default(0),
    })
    .transform(({ halted, accountStop, ...rest }) => ({
      ...rest,
      halts: { accountStop, versions: halted } satisfies Halts,
    })),
)
export type Pace = z.infer<typeof paceRecord>
