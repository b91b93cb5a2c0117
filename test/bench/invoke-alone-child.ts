import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const [bundleFile = '', timeoutSeconds = '60'] = process.argv.slice(2)
const [message]: unknown[] = await once(process, 'message')
const { event } = z.object({ event: z.unknown() }).parse(message)

const startedMs = performance.now()
const bundle: unknown = await import(pathToFileURL(bundleFile).href)
const { handler } = z.object({ handler: z.function({ input: [z.unknown(), z.unknown()] }) }).parse(bundle)
const endsAtMs = Date.now() + Number(timeoutSeconds) * 1000
await handler(event, {
  awsRequestId: 'bench',
  functionName: 'bench',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:bench',
  memoryLimitInMB: '0',
  logGroupName: 'bench',
  logStreamName: 'bench',
  getRemainingTimeInMillis: () => endsAtMs - Date.now(),
})
process.send?.({
  milliseconds: performance.now() - startedMs,
  peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
})
