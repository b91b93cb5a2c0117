import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { SmsRate } from '../../shared/domain/estimate-finish.ts'
import { createFanOutQueues, type FanOutQueues } from '../../shared/queue/alert-queues.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createBoardStore, type BoardStore } from '../../shared/store/board-store.ts'
import { createControlStore, type ControlStore } from '../../shared/store/control-store.ts'
import { createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createHaltStore, type HaltStore } from '../../shared/store/halt-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createUserStore, type UserStore } from '../../shared/store/user-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readAlertsApiEnvironment } from './env.ts'

export type AlertsApiDeps = {
  users: Pick<UserStore, 'find'>
  villages: Pick<VillageStore, 'find' | 'listDistrict'>
  summaries: Pick<SummaryStore, 'find' | 'list'>
  alerts: AlertStore
  control: Pick<ControlStore, 'stop' | 'resume' | 'resend' | 'supersede'>
  halts: HaltStore
  progress: Pick<ProgressStore, 'openSecondWave' | 'end'>
  dispatches: Pick<DispatchStore, 'find'>
  board: BoardStore
  fanOutQueues: FanOutQueues
  rate: SmsRate
  pricePerPartUsd: number
  actualAllowed: boolean
  recoverySeconds: number
  clock: Clock
  logger: Logger
}

export const createDeps = (environment: ReturnType<typeof readAlertsApiEnvironment>): AlertsApiDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    users: createUserStore(tables, environment.ROSTER_TABLE),
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    summaries: createSummaryStore(tables, environment.ROSTER_TABLE),
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    control: createControlStore(tables, environment.ALERTS_TABLE),
    halts: createHaltStore(tables, environment.ALERTS_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    board: createBoardStore(tables, environment.ALERTS_TABLE),
    fanOutQueues: createFanOutQueues(queues, environment),
    rate: { perSecond: environment.SMS_PER_SECOND, counts: environment.SMS_RATE_COUNTS },
    pricePerPartUsd: environment.PRICE_PER_PART_USD,
    actualAllowed: environment.ACTUAL_ALLOWED,
    recoverySeconds: environment.RECOVERY_SECONDS,
    clock: systemClock,
    logger: createLogger('alerts-api'),
  }
}
