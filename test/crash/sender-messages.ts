import * as z from 'zod'

/** What a sender process is started with. */
export const senderSettings = z.object({
  processId: z.string(),
  assemblyFolder: z.string(),
  facts: z.object({
    region: z.string(),
    sqsOrigin: z.string(),
    apiOrigin: z.string(),
    issuerOrigin: z.string(),
    clientId: z.string(),
  }),
  proxyOrigin: z.string(),
  pollerOrigin: z.string(),
  environment: z.record(z.string(), z.string()),
})
export type SenderSettings = z.infer<typeof senderSettings>

/** End this thread. */
export const senderOrder = z.object({ kill: z.string() })

/** This thread has ended, for whatever reason. */
export const senderNews = z.object({ ended: z.string() })
export type SenderNews = z.infer<typeof senderNews>
