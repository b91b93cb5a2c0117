import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import type { CapAuthority } from '../../shared/domain/cap/authority.ts'
import type { RecordFailures } from '../../shared/domain/work-failure.ts'
import {
  createFanOutQueues,
  createLanes,
  type FanOutQueues,
  type Lanes,
} from '../../shared/queue/alert-queues.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createCapStore, type CapStore } from '../../shared/store/cap-store.ts'
import { createControlStore, type ControlStore } from '../../shared/store/control-store.ts'
import { createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createHaltStore, type HaltStore } from '../../shared/store/halt-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createUserStore, type UserStore } from '../../shared/store/user-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readFanOutEnvironment } from './env.ts'

export type FanOutDeps = {
  users: Pick<UserStore, 'list'>
  villages: Pick<VillageStore, 'find' | 'listDistrict'>
  summaries: Pick<SummaryStore, 'find'>
  alerts: Pick<AlertStore, 'find' | 'findVersion' | 'listVersions'>
  control: Pick<ControlStore, 'supersede'>
  halts: Pick<HaltStore, 'halt'>
  dispatches: Pick<DispatchStore, 'create' | 'listDistrict' | 'change'>
  progress: ProgressStore
  lanes: Lanes
  fanOutQueues: FanOutQueues
  audit: AuditTrail
  cap: CapStore
  /** Who has agreed to publish alerts; undefined: nothing is public. */
  capAuthority: CapAuthority | undefined
  recoverySeconds: number
  /** What texts name as desk where a district has no number of its own. */
  fallbackDesk: string | undefined
  clock: Clock
  recordFailures: RecordFailures
  logger: Logger
}

export const createDeps = (environment: ReturnType<typeof readFanOutEnvironment>): FanOutDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    users: createUserStore(tables, environment.ROSTER_TABLE),
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    summaries: createSummaryStore(tables, environment.ROSTER_TABLE),
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    control: createControlStore(tables, environment.ALERTS_TABLE),
    halts: createHaltStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    lanes: createLanes(queues, environment),
    fanOutQueues: createFanOutQueues(queues, environment),
    audit: createAuditTrail(tables, { audit: environment.AUDIT_TABLE, alerts: environment.ALERTS_TABLE }),
    cap: createCapStore(tables, environment.ALERTS_TABLE),
    capAuthority: environment.CAP_AUTHORITY,
    recoverySeconds: environment.RECOVERY_SECONDS,
    fallbackDesk: environment.FALLBACK_DESK_PHONE,
    clock: systemClock,
    recordFailures: createFailureLog(tables, environment.ALERTS_TABLE, 'fan-out', systemClock),
    logger: createLogger('fan-out'),
  }
}
