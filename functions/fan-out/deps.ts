import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import type { FanOutMessage, SendMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { Lane } from '../../shared/domain/alert.ts'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readFanOutEnvironment } from './env.ts'

export type FanOutDeps = {
  villages: Pick<VillageStore, 'listDistrict'>
  alerts: Pick<AlertStore, 'findVersion'>
  dispatches: Pick<DispatchStore, 'create' | 'listDistrict'>
  progress: ProgressStore
  lanes: Readonly<Record<Lane, Queue<SendMessage>>>
  fanOutQueues: Readonly<Record<'urgent' | 'routine', Queue<FanOutMessage>>>
  recoverySeconds: number
  clock: Clock
  logger: Logger
}

export const createDeps = (environment: ReturnType<typeof readFanOutEnvironment>): FanOutDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    lanes: {
      first: createSqsQueue(queues, environment.FIRST_QUEUE_URL),
      urgent: createSqsQueue(queues, environment.URGENT_QUEUE_URL),
      routine: createSqsQueue(queues, environment.ROUTINE_QUEUE_URL),
    },
    fanOutQueues: {
      urgent: createSqsQueue(queues, environment.FAN_OUT_URGENT_QUEUE_URL),
      routine: createSqsQueue(queues, environment.FAN_OUT_ROUTINE_QUEUE_URL),
    },
    recoverySeconds: environment.RECOVERY_SECONDS,
    clock: systemClock,
    logger: createLogger('fan-out'),
  }
}
