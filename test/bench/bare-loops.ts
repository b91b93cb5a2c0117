import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

/** What a loop with nothing around it reached. */
export type BareLoop = { perSecond: number; cpuSecondsEach: number }

const result = z.object({ perSecond: z.number(), cpuSecondsEach: z.number() })

const inThread = async (script: string, workerData: Readonly<Record<string, unknown>>): Promise<BareLoop> => {
  const thread = new Worker(new URL(script, import.meta.url), {
    workerData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [message]: unknown[] = await once(thread, 'message')
  return result.parse(message)
}

/** Publishes so many SMS by @aws-sdk/client-sns alone, 64 at a time, in a thread of its own. */
export const publishBare = (endpoint: string, count: number): Promise<BareLoop> =>
  inThread('bare-publish-thread.ts', { endpoint, count })

/** Puts so many villages by conditional PutItem alone, 32 at a time, in a thread of its own. */
export const putBare = (endpoint: string, table: string, count: number): Promise<BareLoop> =>
  inThread('bare-put-thread.ts', { endpoint, table, count })
