import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { shiftDate } from '../lambda/shift-date.mjs'
import { openOutbox } from './outbox.ts'
import { parseSmsSettings } from './sms-faults.ts'
import { createSmsServer } from './sms-server.ts'

const { outboxFile, settings, aheadMs } = z
  .object({ outboxFile: z.string(), settings: z.unknown(), aheadMs: z.instanceof(BigInt64Array) })
  .parse(workerData)
shiftDate(aheadMs)
const server = createSmsServer(openOutbox(outboxFile), parseSmsSettings(settings), (line) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is of windows, this is a thread
  parentPort?.postMessage(line)
})
server.listen(0, '127.0.0.1', () => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is of windows, this is a thread
  parentPort?.postMessage(server.address())
})
