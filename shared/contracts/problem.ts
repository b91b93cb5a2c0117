import * as z from 'zod'

/** RFC 9457 problem details; `errors` names every fault at once and never the value that was sent. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  correlationId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  /** What a caller needs to go on, where the code says that there is something. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof problem>
