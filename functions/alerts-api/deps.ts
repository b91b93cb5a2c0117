import type { Logger } from '@aws-lambda-powertools/logger'
import { callRulesOf } from '../../shared/call-rules.ts'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { Reach } from '../../shared/domain/alert.ts'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import type { CallRules } from '../../shared/domain/call-list.ts'
import type { RecipientsPerHour } from '../../shared/domain/ceiling.ts'
import type { SmsRate } from '../../shared/domain/estimate-finish.ts'
import type { ExpiryHours, Level } from '../../shared/domain/level.ts'
import type { NoticeRules } from '../../shared/domain/notices/notice.ts'
import type { QuietHours } from '../../shared/domain/quiet-hours.ts'
import type { RainsBegin } from '../../shared/domain/schedule/recurrence.ts'
import { createFanOutQueues, type FanOutQueues } from '../../shared/queue/alert-queues.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createApprovalStore, type ApprovalStore } from '../../shared/store/approval-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createBoardStore, type BoardStore } from '../../shared/store/board-store.ts'
import { createBudgetStore, type BudgetStore } from '../../shared/store/budget-store.ts'
import { createCallStore, type CallStore } from '../../shared/store/call-store.ts'
import { createCeilingStore, type CeilingStore } from '../../shared/store/ceiling-store.ts'
import { createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createControlStore, type ControlStore } from '../../shared/store/control-store.ts'
import { createDispatchStore, type DispatchStore } from '../../shared/store/dispatch-store.ts'
import { createHaltStore, type HaltStore } from '../../shared/store/halt-store.ts'
import { createMonthPlacesStore, type MonthPlacesStore } from '../../shared/store/month-places-store.ts'
import { createNoticeStore, type NoticeStore } from '../../shared/store/notice-store.ts'
import { createProgressStore, type ProgressStore } from '../../shared/store/progress-store.ts'
import { createScheduleStore, type ScheduleStore } from '../../shared/store/schedule-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createTestSmsStore, type TestSmsStore } from '../../shared/store/test-sms-store.ts'
import { createUserStore, type UserStore } from '../../shared/store/user-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readAlertsApiEnvironment } from './env.ts'

export type AlertsApiDeps = {
  users: Pick<UserStore, 'find' | 'list' | 'listNames'>
  villages: Pick<VillageStore, 'find' | 'findMany' | 'listDistrict'>
  summaries: Pick<SummaryStore, 'find' | 'list'>
  alerts: AlertStore
  budgets: BudgetStore
  ceilings: CeilingStore
  recipientsPerHour: RecipientsPerHour
  control: Pick<ControlStore, 'stop' | 'resume' | 'resend' | 'supersede'>
  approvals: ApprovalStore
  halts: HaltStore
  notices: Pick<NoticeStore, 'watch' | 'list' | 'settle'>
  noticeRules: NoticeRules
  progress: Pick<ProgressStore, 'openSecondWave' | 'end'>
  dispatches: Pick<DispatchStore, 'find' | 'findMany' | 'listDistrict'>
  board: BoardStore
  calls: CallStore
  testSms: TestSmsStore
  schedules: Pick<ScheduleStore, 'find' | 'create' | 'replace' | 'listPage' | 'listRuns'>
  monthPlaces: MonthPlacesStore
  fanOutQueues: FanOutQueues
  audit: AuditTrail
  rate: SmsRate
  pricePerPartUsd: number
  actualAllowed: boolean
  /** Whether phones get the SMS of drills whose officer does not say; `nobody`: of none. */
  drillsReach: Reach
  /** Whether actual alerts may be written from templates that nobody has reviewed. */
  unreviewedAllowed: boolean
  secondPersonLevels: ReadonlySet<Level>
  /** How long others have had to answer before one officer issues the level alone; no entry: never. */
  breakGlassMinutes: Partial<Record<Level, number>>
  reviewHours: number
  expiryHours: ExpiryHours
  recoverySeconds: number
  /** What texts name as desk where a district has no number of its own. */
  fallbackDesk: string | undefined
  callRules: CallRules
  /** Undefined where the stage keeps none. */
  quietHours: QuietHours | undefined
  preparednessPerMonth: number
  rainsBegin: RainsBegin
  reconfirmDays: number
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
    ceilings: createCeilingStore(tables, environment.ALERTS_TABLE),
    recipientsPerHour: environment.RECIPIENTS_PER_OFFICER_AND_HOUR,
    budgets: createBudgetStore(tables, environment.ALERTS_TABLE),
    approvals: createApprovalStore(tables, environment.ALERTS_TABLE),
    halts: createHaltStore(tables, environment.ALERTS_TABLE),
    notices: createNoticeStore(tables, environment.ALERTS_TABLE),
    noticeRules: environment.NOTICE_RULES,
    progress: createProgressStore(tables, environment.ALERTS_TABLE),
    dispatches: createDispatchStore(tables, environment.ALERTS_TABLE),
    board: createBoardStore(tables, environment.ALERTS_TABLE),
    calls: createCallStore(tables, environment.ALERTS_TABLE),
    testSms: createTestSmsStore(tables, environment.ALERTS_TABLE),
    schedules: createScheduleStore(tables, environment.ALERTS_TABLE),
    monthPlaces: createMonthPlacesStore(tables, environment.ALERTS_TABLE),
    fanOutQueues: createFanOutQueues(queues, environment),
    audit: createAuditTrail(tables, { audit: environment.AUDIT_TABLE, alerts: environment.ALERTS_TABLE }),
    rate: { perSecond: environment.SMS_PER_SECOND, counts: environment.SMS_RATE_COUNTS },
    pricePerPartUsd: environment.PRICE_PER_PART_USD,
    actualAllowed: environment.ACTUAL_ALLOWED,
    drillsReach: environment.DRILLS_REACH,
    unreviewedAllowed: environment.UNREVIEWED_ALLOWED,
    secondPersonLevels: new Set(environment.SECOND_PERSON_LEVELS),
    breakGlassMinutes: environment.BREAK_GLASS_MINUTES,
    reviewHours: environment.REVIEW_HOURS,
    expiryHours: environment.EXPIRY_HOURS,
    recoverySeconds: environment.RECOVERY_SECONDS,
    fallbackDesk: environment.FALLBACK_DESK_PHONE,
    callRules: callRulesOf(environment),
    quietHours: environment.QUIET_HOURS,
    preparednessPerMonth: environment.PREPAREDNESS_PER_MONTH,
    rainsBegin: environment.RAINS_BEGIN,
    reconfirmDays: environment.RECONFIRM_DAYS,
    clock: systemClock,
    logger: createLogger('alerts-api'),
  }
}
