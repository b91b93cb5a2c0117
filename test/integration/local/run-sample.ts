// A runner of its own for the tests that kill one: prints one line of JSON and goes on until it is ended.
import { startLocal } from '../../../local/run.ts'
import { stopOnSignals } from '../../../local/stop-on-signals.ts'

const [assemblyFolder = '', dataFolder = ''] = process.argv.slice(2)
const run = await startLocal({ assemblyFolder, dataFolder, schedules: false })
const { origin, issuerOrigin, endpoints } = run
process.stdout.write(
  `${JSON.stringify({ origin, issuerOrigin, endpoints, workQueueUrl: run.queueUrl('work') })}\n`,
)
stopOnSignals(run, () => undefined)
