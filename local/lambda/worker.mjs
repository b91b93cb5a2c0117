// One Lambda environment: loads a bundle in a worker thread and runs one event at a time.
// Plain JavaScript, so that a cold start need not strip types first.
/* oxlint-disable unicorn/require-post-message-target-origin -- that is of windows, this is a thread */
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftDate } from './shift-date.mjs'
import { stayOnThisMachine } from './stay-on-this-machine.mjs'

stayOnThisMachine()

const { bundleFile, exportName, context, aheadMs } = workerData
const machineNowMs = shiftDate(aheadMs)
const bundle = await import(pathToFileURL(bundleFile).href)
const handler = bundle[exportName]
if (typeof handler !== 'function') throw new Error(`${bundleFile} exports no function ${exportName}`)

parentPort.on('message', async ({ requestId, event, deadlineEpochMs }) => {
  try {
    const answer = await handler(JSON.parse(event), {
      ...context,
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadlineEpochMs - machineNowMs()),
    })
    parentPort.postMessage({ requestId, json: JSON.stringify(answer) ?? 'null' })
  } catch (error) {
    parentPort.postMessage({ requestId, failure: describe(error) })
  }
})
parentPort.postMessage({ ready: true })

function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\n') }
}
