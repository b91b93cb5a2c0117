import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { createLocalClock, type LocalClock } from '../lambda/local-clock.ts'
import type { DeliveryLogLine } from './delivery-log.ts'
import type { SmsSettingsInput } from './sms-faults.ts'

/** The running SNS endpoint. */
export type SmsEndpoint = {
  origin: string
  /** Replaces the faults and limits; what is not given is switched off. */
  setFaults: (settings: SmsSettingsInput) => Promise<void>
  stop: () => Promise<void>
}

const logLine = z.object({ status: z.enum(['SUCCESS', 'FAILURE']), line: z.string() })

/**
 * Starts the SNS endpoint in a thread of its own, so that a busy runner does not slow the SMS. `writeLog` gets the
 * lines of the delivery logs as they come.
 */
export async function startSms(
  outboxFile: string,
  settings: SmsSettingsInput,
  clock: LocalClock = createLocalClock(),
  writeLog: (line: DeliveryLogLine) => void = () => undefined,
): Promise<SmsEndpoint> {
  const thread = new Worker(new URL('sms-thread.ts', import.meta.url), {
    workerData: { outboxFile, settings, aheadMs: clock.aheadMs },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [address]: unknown[] = await once(thread, 'message')
  const origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(address).port}`
  thread.on('message', (message: unknown) => {
    writeLog(logLine.parse(message))
  })
  return {
    origin,
    setFaults: async (changed) => {
      const response = await fetch(`${origin}/faults`, { method: 'PUT', body: JSON.stringify(changed) })
      if (!response.ok) throw new Error(`faults refused: ${await response.text()}`)
    },
    stop: async () => {
      await thread.terminate()
    },
  }
}
