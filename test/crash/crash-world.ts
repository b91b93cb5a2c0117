import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localClientId } from '../../local/log-in.ts'
import { createFileLog } from '../../local/run/file-log.ts'
import { startLocal, type LocalRun } from '../../local/run.ts'
import { seedRoster } from '../bench/seed-roster.ts'
import { createCrashRoster, type CrashRoster } from './crash-roster.ts'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createSenders, type Senders } from './senders.ts'
import { copyWithoutSenders } from './without-senders.ts'

/** The whole stack with its senders in processes of their own, and a pass-through in between. */
export type CrashWorld = {
  run: LocalRun
  roster: CrashRoster
  ledger: Ledger
  proxy: FaultProxy
  senders: Senders
  /** Watches an alert, whose texts hold the tag. */
  watch: (tag: string, alertId: string) => void
  /** The alert of a text. */
  alertOf: (text: string) => string | undefined
  logFolder: string
  close: () => Promise<void>
}

const region = 'ap-southeast-1'
/** An SMS takes a moment, so that senders die while some are under way. */
const gatewayLatencyMs = 10

/** Starts everything in a temporary folder. `keepsLogs` leaves the folder after `close`. */
export const startCrashWorld = async (assemblyFolder: string, keepsLogs = false): Promise<CrashWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'siang-crash-'))
  const assembly = join(folder, 'assembly')
  await copyWithoutSenders(assemblyFolder, assembly)
  const roster = createCrashRoster()
  const ledger = createLedger()
  const watched = new Map<string, string>()
  const alertOf = (text: string) => watched.get(/<[\w-]+>/.exec(text)?.[0] ?? '')
  const log = createFileLog(join(folder, 'sender-logs'))
  const smsOf = (phone: string, text: string) => {
    const alertId = alertOf(text)
    const village = roster.villageOf(phone)
    return alertId === undefined || village === undefined ? undefined : { alertId, village }
  }
  const senders = createSenders(ledger, (text) => {
    log.log('senders', text)
  })
  const { carryOut, isDying } = senders
  const proxy = await startFaultProxy({ ledger, smsOf, carryOut, isDying })
  const rest = proxy.endpointsOf('rest')
  const run = await startLocal({
    assemblyFolder: assembly,
    dataFolder: join(folder, 'data'),
    schedules: false,
    region,
    sms: { receipts: [{ phonePrefix: '+', outcome: 'none' }], latencyMs: gatewayLatencyMs },
    environment: {
      RECEIPT_OVERDUE_SECONDS: '7200',
      AWS_ENDPOINT_URL_DYNAMODB: rest.dynamodb,
      AWS_ENDPOINT_URL_SQS: rest.sqs,
      AWS_ENDPOINT_URL_SNS: rest.sns,
    },
  })
  proxy.aim(run.endpoints)
  await seedRoster(run, roster)
  senders.prepare({
    proxy,
    assemblyFolder: assembly,
    facts: {
      region,
      sqsOrigin: run.endpoints.sqs,
      apiOrigin: run.origin,
      issuerOrigin: run.issuerOrigin,
      clientId: localClientId,
    },
  })
  return {
    run,
    roster,
    ledger,
    proxy,
    senders,
    alertOf,
    watch: (tag, alertId) => {
      watched.set(tag, alertId)
    },
    logFolder: folder,
    close: async () => {
      await senders.stop()
      await run.stop()
      proxy.stop()
      log.close()
      if (!keepsLogs) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
