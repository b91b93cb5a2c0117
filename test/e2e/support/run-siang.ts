// A runner of its own for the test that kills one: prints its addresses as one line of JSON, then goes on.
import { putSeedUsers } from '../../../local/put-seed-users.ts'
import { startLocal } from '../../../local/run.ts'

const [assemblyFolder = '', dataFolder = '', smsPerSecond = '0', secondsOff = '0'] = process.argv.slice(2)
const tickEveryMs = 2000

const run = await startLocal({
  assemblyFolder,
  dataFolder,
  schedules: false,
  sms: { receipts: [{ phonePrefix: '+', outcome: 'none' }] },
  environment: { SMS_PER_SECOND: smsPerSecond, RECEIPT_OVERDUE_SECONDS: '3600' },
})
run.clock.moveOn(Number(secondsOff))
await putSeedUsers(run)
process.stdout.write(
  `${JSON.stringify({ origin: run.origin, issuerOrigin: run.issuerOrigin, outbox: run.outbox.file })}\n`,
)
setInterval(() => {
  run.fire('tick').catch(() => undefined)
}, tickEveryMs)
process.on('SIGTERM', () => {
  void run.stop().then(() => process.exit(0))
})
