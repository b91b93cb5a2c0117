import type { Logger } from '@aws-lambda-powertools/logger'
import { callRulesOf } from '../../shared/call-rules.ts'
import { systemClock, type Clock } from '../../shared/clock.ts'
import type { EarlyReceiptsMessage, ImportMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import { createMetrics, type FunctionMetrics } from '../../shared/create-metrics.ts'
import type { Reach } from '../../shared/domain/alert.ts'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import type { CallRules } from '../../shared/domain/call-list.ts'
import type { Level } from '../../shared/domain/level.ts'
import type { QuietHours } from '../../shared/domain/quiet-hours.ts'
import type { RainsBegin } from '../../shared/domain/schedule/recurrence.ts'
import type { NoticeRules } from '../../shared/domain/notices/notice.ts'
import {
  createFanOutQueues,
  createLanes,
  type FanOutQueues,
  type Lanes,
} from '../../shared/queue/alert-queues.ts'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createAnchorStore, type AnchorStore } from '../../shared/store/anchor-store.ts'
import { createAuditStore, type AuditStore } from '../../shared/store/audit-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createApprovalStore, type ApprovalStore } from '../../shared/store/approval-store.ts'
import { createBudgetStore, type BudgetStore } from '../../shared/store/budget-store.ts'
import { createCallStore, type CallStore } from '../../shared/store/call-store.ts'
import { createControlStore, type ControlStore } from '../../shared/store/control-store.ts'
import { createBucketClient, createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createDueStore, type DueStore } from '../../shared/store/due-store.ts'
import { createHaltStore, type HaltStore } from '../../shared/store/halt-store.ts'
import { createImportStore, type ImportStore } from '../../shared/store/import-store.ts'
import { createNoticeStore, type NoticeStore } from '../../shared/store/notice-store.ts'
import { createMonthPlacesStore, type MonthPlacesStore } from '../../shared/store/month-places-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createScheduleStore, type ScheduleStore } from '../../shared/store/schedule-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createUserStore, type UserStore } from '../../shared/store/user-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import {
  createWaitingReceiptStore,
  type WaitingReceiptStore,
} from '../../shared/store/waiting-receipt-store.ts'
import type { readTickEnvironment } from './env.ts'

export type TickDeps = {
  users: Pick<UserStore, 'list' | 'find'>
  schedules: Pick<ScheduleStore, 'find' | 'replace' | 'listDue' | 'findRun' | 'decideRun' | 'endRun'>
  monthPlaces: Pick<MonthPlacesStore, 'take' | 'release'>
  villages: Pick<VillageStore, 'listDistrict' | 'findMany'>
  summaries: Pick<SummaryStore, 'find' | 'list' | 'write'>
  alerts: Pick<
    AlertStore,
    | 'find'
    | 'findVersion'
    | 'addVersion'
    | 'listVersions'
    | 'listPage'
    | 'nextNumber'
    | 'create'
    | 'findLatestVersions'
    | 'showVersion'
  >
  approvals: Pick<ApprovalStore, 'issue' | 'submit' | 'sendBack' | 'expireUnissued'>
  budgets: Pick<BudgetStore, 'listBudgets' | 'findAccount' | 'changeAccount'>
  control: Pick<ControlStore, 'supersede' | 'expireStopped' | 'reopen'>
  halts: Pick<HaltStore, 'find' | 'findPace' | 'halt' | 'release'>
  dispatches: Pick<DispatchStore, 'findMany' | 'listDistrict' | 'postpone' | 'settle'>
  notices: Pick<NoticeStore, 'watch' | 'list' | 'settle'>
  noticeRules: NoticeRules
  calls: Pick<CallStore, 'listAlert'>
  callRules: CallRules
  progress: ProgressStore
  due: DueStore
  imports: Pick<ImportStore, 'listForgotten'>
  importsQueue: Queue<ImportMessage>
  waitingReceipts: Pick<WaitingReceiptStore, 'findMany'>
  earlyReceiptsQueue: Queue<EarlyReceiptsMessage>
  lanes: Lanes
  fanOutQueues: FanOutQueues
  audit: AuditTrail
  auditRows: Pick<AuditStore, 'findHead' | 'listStored'>
  anchors: Pick<AnchorStore, 'findLatest' | 'put'>
  actualAllowed: boolean
  /** Stands in where a district has no desk number. */
  fallbackDesk: string | undefined
  unreviewedAllowed: boolean
  secondPersonLevels: ReadonlySet<Level>
  /** Undefined where the stage keeps none. */
  quietHours: QuietHours | undefined
  preparednessPerMonth: number
  rainsBegin: RainsBegin
  barrierSeconds: number
  recoverySeconds: number
  /** Whether phones get the SMS of scheduled drills. */
  drillsReach: Reach
  receiptOverdueSeconds: number
  clock: Clock
  logger: Logger
  metrics: FunctionMetrics
}

export const createDeps = (environment: ReturnType<typeof readTickEnvironment>): TickDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  return {
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    summaries: createSummaryStore(tables, environment.ROSTER_TABLE),
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    approvals: createApprovalStore(tables, environment.ALERTS_TABLE),
    control: createControlStore(tables, environment.ALERTS_TABLE),
    budgets: createBudgetStore(tables, environment.ALERTS_TABLE),
    halts: createHaltStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    notices: createNoticeStore(tables, environment.ALERTS_TABLE),
    noticeRules: environment.NOTICE_RULES,
    calls: createCallStore(tables, environment.ALERTS_TABLE),
    callRules: callRulesOf(environment),
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    due: createDueStore(tables, environment.ALERTS_TABLE),
    imports: createImportStore(tables, environment.ROSTER_TABLE),
    importsQueue: createSqsQueue(queues, environment.IMPORTS_QUEUE_URL),
    waitingReceipts: createWaitingReceiptStore(tables, environment.ALERTS_TABLE),
    earlyReceiptsQueue: createSqsQueue(queues, environment.EARLY_RECEIPTS_QUEUE_URL),
    lanes: createLanes(queues, environment),
    fanOutQueues: createFanOutQueues(queues, environment),
    audit: createAuditTrail(tables, { audit: environment.AUDIT_TABLE, alerts: environment.ALERTS_TABLE }),
    auditRows: createAuditStore(tables, environment.AUDIT_TABLE),
    anchors: createAnchorStore(
      createBucketClient(environment.S3_FORCE_PATH_STYLE),
      environment.AUDIT_ANCHORS_BUCKET,
    ),
    users: createUserStore(tables, environment.ROSTER_TABLE),
    schedules: createScheduleStore(tables, environment.ALERTS_TABLE),
    monthPlaces: createMonthPlacesStore(tables, environment.ALERTS_TABLE),
    actualAllowed: environment.ACTUAL_ALLOWED,
    fallbackDesk: environment.FALLBACK_DESK_PHONE,
    unreviewedAllowed: environment.UNREVIEWED_ALLOWED,
    secondPersonLevels: new Set(environment.SECOND_PERSON_LEVELS),
    quietHours: environment.QUIET_HOURS,
    preparednessPerMonth: environment.PREPAREDNESS_PER_MONTH,
    rainsBegin: environment.RAINS_BEGIN,
    barrierSeconds: environment.BARRIER_SECONDS,
    recoverySeconds: environment.RECOVERY_SECONDS,
    drillsReach: environment.DRILLS_REACH,
    receiptOverdueSeconds: environment.RECEIPT_OVERDUE_SECONDS,
    clock: systemClock,
    logger: createLogger('tick'),
    metrics: createMetrics('tick'),
  }
}
