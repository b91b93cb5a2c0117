import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import type { EarlyReceiptsMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import { createMetrics, type FunctionMetrics } from '../../shared/create-metrics.ts'
import type { QuietHours } from '../../shared/domain/quiet-hours.ts'
import type { RecordFailures } from '../../shared/domain/work-failure.ts'
import { createNobodyGateway } from '../../shared/gateway/nobody-gateway.ts'
import type { SmsGateway } from '../../shared/gateway/sms-gateway.ts'
import { createSnsGateway } from '../../shared/gateway/sns/sns-gateway.ts'
import {
  createFanOutQueues,
  createLanes,
  type FanOutQueues,
  type Lanes,
} from '../../shared/queue/alert-queues.ts'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createQueueClient, createSmsClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createPaceStore, type PaceStore } from '../../shared/store/pace-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createSmsIndexStore, type SmsIndexStore } from '../../shared/store/sms-index-store.ts'
import {
  createWaitingReceiptStore,
  type WaitingReceiptStore,
} from '../../shared/store/waiting-receipt-store.ts'
import { createClaimLead, type ClaimLead } from './claim-lead.ts'
import type { readSendSmsEnvironment } from './env.ts'

export type SendSmsDeps = {
  alerts: Pick<AlertStore, 'findVersion'>
  dispatches: DispatchStore
  progress: ProgressStore
  pace: PaceStore
  smsIndex: SmsIndexStore
  waitingReceipts: Pick<WaitingReceiptStore, 'findMany' | 'lastArrivalMs'>
  earlyReceiptsQueue: Queue<EarlyReceiptsMessage>
  gateway: SmsGateway
  /** For drills that reach nobody. */
  nobodyGateway: SmsGateway
  lanes: Lanes
  fanOutQueues: FanOutQueues
  claimLead: ClaimLead
  /** Whether the account's rate counts messages or their parts. */
  rateCounts: 'messages' | 'parts'
  /** Undefined where the stage keeps none. */
  quietHours: QuietHours | undefined
  leaseSeconds: number
  recoverySeconds: number
  receiptOverdueSeconds: number
  clock: Clock
  newId: () => string
  /** In [0, 1): spreads retries apart. */
  random: () => number
  sleep: (ms: number) => Promise<void>
  recordFailures: RecordFailures
  logger: Logger
  metrics: FunctionMetrics
}

/** SMS reach the gateway some milliseconds early or late: at the full rate a second could hold more than it. */
const usedShare = 0.98

export const createDeps = (environment: ReturnType<typeof readSendSmsEnvironment>): SendSmsDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    pace: createPaceStore(
      tables,
      environment.ALERTS_TABLE,
      environment.SMS_PER_SECOND * usedShare,
      environment.QUOTA_PROBE_SECONDS,
    ),
    claimLead: createClaimLead(),
    rateCounts: environment.SMS_RATE_COUNTS,
    smsIndex: createSmsIndexStore(tables, environment.ALERTS_TABLE),
    waitingReceipts: createWaitingReceiptStore(tables, environment.ALERTS_TABLE),
    earlyReceiptsQueue: createSqsQueue(queues, environment.EARLY_RECEIPTS_QUEUE_URL),
    gateway: createSnsGateway(createSmsClient(), environment.SENDER_ID),
    nobodyGateway: createNobodyGateway(),
    lanes: createLanes(queues, environment),
    fanOutQueues: createFanOutQueues(queues, environment),
    quietHours: environment.QUIET_HOURS,
    leaseSeconds: environment.LEASE_SECONDS,
    recoverySeconds: environment.RECOVERY_SECONDS,
    receiptOverdueSeconds: environment.RECEIPT_OVERDUE_SECONDS,
    clock: systemClock,
    newId: randomUUID,
    random: Math.random,
    sleep: (ms) => sleep(ms),
    recordFailures: createFailureLog(tables, environment.ALERTS_TABLE, 'send-sms', systemClock),
    logger: createLogger('send-sms'),
    metrics: createMetrics('send-sms'),
  }
}
