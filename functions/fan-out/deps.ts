import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import {
  createFanOutQueues,
  createLanes,
  type FanOutQueues,
  type Lanes,
} from '../../shared/queue/alert-queues.ts'
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
  lanes: Lanes
  fanOutQueues: FanOutQueues
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
    lanes: createLanes(queues, environment),
    fanOutQueues: createFanOutQueues(queues, environment),
    recoverySeconds: environment.RECOVERY_SECONDS,
    clock: systemClock,
    logger: createLogger('fan-out'),
  }
}
