import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import type { Night } from '../../shared/domain/call-list.ts'
import type { SmsRate } from '../../shared/domain/estimate-finish.ts'
import type { ExpiryHours, Level } from '../../shared/domain/level.ts'
import { createFanOutQueues, type FanOutQueues } from '../../shared/queue/alert-queues.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createApprovalStore, type ApprovalStore } from '../../shared/store/approval-store.ts'
import { createBoardStore, type BoardStore } from '../../shared/store/board-store.ts'
import { createCallStore, type CallStore } from '../../shared/store/call-store.ts'
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
  approvals: ApprovalStore
  halts: HaltStore
  progress: Pick<ProgressStore, 'openSecondWave' | 'end'>
  dispatches: Pick<DispatchStore, 'find' | 'listDistrict'>
  board: BoardStore
  calls: CallStore
  fanOutQueues: FanOutQueues
  audit: AuditTrail
  rate: SmsRate
  pricePerPartUsd: number
  actualAllowed: boolean
  /** Whether actual alerts may be written from templates that nobody has reviewed. */
  unreviewedAllowed: boolean
  secondPersonLevels: ReadonlySet<Level>
  /** How long others have had to answer before one officer issues the level alone; no entry: never. */
  breakGlassMinutes: Partial<Record<Level, number>>
  reviewHours: number
  expiryHours: ExpiryHours
  recoverySeconds: number
  /** How long an SMS has to be proven delivered before its village must be called, and when nobody waits for that. */
  callRules: { proofMinutes: number; night: Night }
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
    approvals: createApprovalStore(tables, environment.ALERTS_TABLE),
    halts: createHaltStore(tables, environment.ALERTS_TABLE),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    board: createBoardStore(tables, environment.ALERTS_TABLE),
    calls: createCallStore(tables, environment.ALERTS_TABLE),
    fanOutQueues: createFanOutQueues(queues, environment),
    audit: createAuditTrail(tables, { audit: environment.AUDIT_TABLE, alerts: environment.ALERTS_TABLE }),
    rate: { perSecond: environment.SMS_PER_SECOND, counts: environment.SMS_RATE_COUNTS },
    pricePerPartUsd: environment.PRICE_PER_PART_USD,
    actualAllowed: environment.ACTUAL_ALLOWED,
    unreviewedAllowed: environment.UNREVIEWED_ALLOWED,
    secondPersonLevels: new Set(environment.SECOND_PERSON_LEVELS),
    breakGlassMinutes: environment.BREAK_GLASS_MINUTES,
    reviewHours: environment.REVIEW_HOURS,
    expiryHours: environment.EXPIRY_HOURS,
    recoverySeconds: environment.RECOVERY_SECONDS,
    callRules: {
      proofMinutes: environment.PROOF_MINUTES,
      night: { fromHour: environment.NIGHT_FROM_HOUR, untilHour: environment.NIGHT_UNTIL_HOUR },
    },
    clock: systemClock,
    logger: createLogger('alerts-api'),
  }
}
