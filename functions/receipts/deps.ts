import { randomUUID } from 'node:crypto'
import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import type { EarlyReceiptsMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import { createMetrics, type FunctionMetrics } from '../../shared/create-metrics.ts'
import type { RecordFailures } from '../../shared/domain/work-failure.ts'
import { readDeliveryLog, type DeliveryLog } from '../../shared/gateway/sns/read-delivery-log.ts'
import {
  createFanOutQueues,
  createLanes,
  type FanOutQueues,
  type Lanes,
} from '../../shared/queue/alert-queues.ts'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createQuotaStore, type QuotaStore } from '../../shared/store/quota-store.ts'
import { createSmsIndexStore, type SmsIndexStore } from '../../shared/store/sms-index-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import {
  createWaitingReceiptStore,
  type WaitingReceiptStore,
} from '../../shared/store/waiting-receipt-store.ts'
import type { readReceiptsEnvironment } from './env.ts'

export type ReceiptsDeps = {
  /** Reads `awslogs.data`; throws where it is no batch of CloudWatch Logs. */
  readLog: (data: string) => DeliveryLog
  dispatches: Pick<DispatchStore, 'find' | 'findMany' | 'settle' | 'mirror'>
  smsIndex: Pick<SmsIndexStore, 'findMany'>
  waitingReceipts: WaitingReceiptStore
  villages: Pick<VillageStore, 'find' | 'findMany' | 'listDistrict' | 'markMembers'>
  summaries: Pick<SummaryStore, 'find' | 'markStale' | 'write'>
  progress: ProgressStore
  quota: QuotaStore
  fanOutQueues: FanOutQueues
  lanes: Lanes
  earlyReceiptsQueue: Queue<EarlyReceiptsMessage>
  clock: Clock
  newId: () => string
  recordFailures: RecordFailures
  logger: Logger
  metrics: FunctionMetrics
}

export const createDeps = (environment: ReturnType<typeof readReceiptsEnvironment>): ReceiptsDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    readLog: readDeliveryLog,
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    smsIndex: createSmsIndexStore(tables, environment.ALERTS_TABLE),
    waitingReceipts: createWaitingReceiptStore(tables, environment.ALERTS_TABLE),
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    summaries: createSummaryStore(tables, environment.ROSTER_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    quota: createQuotaStore(tables, environment.ALERTS_TABLE, environment.QUOTA_PROBE_SECONDS),
    fanOutQueues: createFanOutQueues(queues, environment),
    lanes: createLanes(queues, environment),
    earlyReceiptsQueue: createSqsQueue(queues, environment.EARLY_RECEIPTS_QUEUE_URL),
    clock: systemClock,
    newId: randomUUID,
    recordFailures: createFailureLog(tables, environment.ALERTS_TABLE, 'receipts', systemClock),
    logger: createLogger('receipts'),
    metrics: createMetrics('receipts'),
  }
}
