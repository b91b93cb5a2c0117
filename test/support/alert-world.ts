import { Logger } from '@aws-lambda-powertools/logger'
import type { ScheduledEvent } from 'aws-lambda'
import type { Clock } from '../../shared/clock.ts'
import type {
  EarlyReceiptsMessage,
  FanOutMessage,
  ImportMessage,
  SendMessage,
} from '../../shared/contracts/queue-messages.ts'
import { createNobodyGateway } from '../../shared/gateway/nobody-gateway.ts'
import { readDeliveryLog } from '../../shared/gateway/sns/read-delivery-log.ts'
import type { Level } from '../../shared/domain/level.ts'
import type { User } from '../../shared/domain/user.ts'
import type { Village } from '../../shared/domain/village.ts'
import { createAlertStore } from '../../shared/store/alert-store.ts'
import { createApprovalStore } from '../../shared/store/approval-store.ts'
import { createBudgetStore } from '../../shared/store/budget-store.ts'
import { createCallStore } from '../../shared/store/call-store.ts'
import { createBoardStore } from '../../shared/store/board-store.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import { createDispatchStore } from '../../shared/store/dispatch-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createDueStore } from '../../shared/store/due-store.ts'
import { createPaceStore } from '../../shared/store/pace-store.ts'
import { createCapStore } from '../../shared/store/cap-store.ts'
import { createCeilingStore } from '../../shared/store/ceiling-store.ts'
import { createControlStore } from '../../shared/store/control-store.ts'
import { createHaltStore } from '../../shared/store/halt-store.ts'
import { createImportStore } from '../../shared/store/import-store.ts'
import { createNoticeStore } from '../../shared/store/notice-store.ts'
import { createMonthPlacesStore } from '../../shared/store/month-places-store.ts'
import { createScheduleStore } from '../../shared/store/schedule-store.ts'
import { createProgressStore } from '../../shared/store/progress-store.ts'
import { createQuotaStore } from '../../shared/store/quota-store.ts'
import { createSmsIndexStore } from '../../shared/store/sms-index-store.ts'
import { createSummaryStore } from '../../shared/store/summary-store.ts'
import { createTestSmsStore } from '../../shared/store/test-sms-store.ts'
import { createUserStore } from '../../shared/store/user-store.ts'
import { createWaitingReceiptStore } from '../../shared/store/waiting-receipt-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'
import { alertsTable, rosterTable } from '../../shared/tables.ts'
import { buildHandler as buildAlertsApi } from '../../functions/alerts-api/build-handler.ts'
import type { AlertsApiDeps } from '../../functions/alerts-api/deps.ts'
import { buildHandler as buildFanOut } from '../../functions/fan-out/build-handler.ts'
import { buildHandler as buildReceipts } from '../../functions/receipts/build-handler.ts'
import { buildHandler as buildSendSms } from '../../functions/send-sms/build-handler.ts'
import { createClaimLead } from '../../functions/send-sms/claim-lead.ts'
import type { FanOutDeps } from '../../functions/fan-out/deps.ts'
import type { SendSmsDeps } from '../../functions/send-sms/deps.ts'
import { buildHandler as buildTick } from '../../functions/tick/build-handler.ts'
import { createTestAudit } from './audit.ts'
import { createApiCaller } from './call-api.ts'
import type { TestTables } from './dynalite.ts'
import { createFakeGateway } from './fake-gateway.ts'
import { lambdaContext } from './http-event.ts'
import { createMemoryQueue } from './queues.ts'
import { createVirtualSleep } from './virtual-sleep.ts'
import { createQueueWorker, type Line } from './queue-worker.ts'

/** Everything that an alert goes through, on real tables, with queues of this process and a clock held by hand. */
export type AlertWorld = ReturnType<typeof createAlertWorld>

const noMetrics = { count: () => {}, flush: () => {} }

const quotaProbeSeconds = 60

/** A noon in the rainy season of Laos. */
export const startOfTests = Date.parse('2026-07-23T12:00:00+07:00')

const tickEvent: ScheduledEvent = {
  version: '0',
  account: '000000000000',
  region: 'ap-southeast-1',
  detail: {},
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  time: '2026-07-23T05:00:00Z',
  id: 'test',
  resources: [],
}

const createStores = ({ client }: TestTables) => ({
  villages: createVillageStore(client, rosterTable.name),
  summaries: createSummaryStore(client, rosterTable.name),
  users: createUserStore(client, rosterTable.name),
  alerts: createAlertStore(client, alertsTable.name),
  dispatches: createDispatchStore(client, alertsTable.name),
  progress: createProgressStore(client, alertsTable.name),
  approvals: createApprovalStore(client, alertsTable.name),
  control: createControlStore(client, alertsTable.name),
  ceilings: createCeilingStore(client, alertsTable.name),
  budgets: createBudgetStore(client, alertsTable.name),
  halts: createHaltStore(client, alertsTable.name),
  notices: createNoticeStore(client, alertsTable.name),
  board: createBoardStore(client, alertsTable.name),
  calls: createCallStore(client, alertsTable.name),
  schedules: createScheduleStore(client, alertsTable.name),
  testSms: createTestSmsStore(client, alertsTable.name),
  monthPlaces: createMonthPlacesStore(client, alertsTable.name),
  cap: createCapStore(client, alertsTable.name),
  due: createDueStore(client, alertsTable.name),
  imports: createImportStore(client, rosterTable.name),
  smsIndex: createSmsIndexStore(client, alertsTable.name),
  waitingReceipts: createWaitingReceiptStore(client, alertsTable.name),
})

export const createAlertWorld = (
  tables: TestTables,
  over: Partial<
    Pick<
      AlertsApiDeps,
      | 'actualAllowed'
      | 'drillsReach'
      | 'fallbackDesk'
      | 'unreviewedAllowed'
      | 'rate'
      | 'recipientsPerHour'
      | 'secondPersonLevels'
    > &
      Pick<AlertsApiDeps, 'quietHours' | 'preparednessPerMonth'> &
      Pick<SendSmsDeps, 'pace' | 'rateCounts' | 'logger' | 'metrics'> &
      Pick<FanOutDeps, 'capAuthority'>
  > = {},
  batchSize = 10,
) => {
  const time = { nowMs: startOfTests }
  const clock: Clock = { nowMs: () => time.nowMs }
  const stores = createStores(tables)
  const lanes = {
    first: createMemoryQueue<SendMessage>(),
    urgent: createMemoryQueue<SendMessage>(),
    routine: createMemoryQueue<SendMessage>(),
  }
  const fanOut = { urgent: createMemoryQueue<FanOutMessage>(), routine: createMemoryQueue<FanOutMessage>() }
  const earlyReceipts = createMemoryQueue<EarlyReceiptsMessage>()
  const phones = createFakeGateway()
  let ids = 0
  const deps = {
    ...stores,
    ...createTestAudit(tables, clock),
    importsQueue: createMemoryQueue<ImportMessage>().queue,
    earlyReceiptsQueue: earlyReceipts.queue,
    readLog: readDeliveryLog,
    capAuthority: undefined,
    pace: createPaceStore(tables.client, alertsTable.name, 0, quotaProbeSeconds),
    quota: createQuotaStore(tables.client, alertsTable.name, quotaProbeSeconds),
    claimLead: createClaimLead(),
    rateCounts: 'messages' as const,
    gateway: phones.gateway,
    nobodyGateway: createNobodyGateway(),
    lanes: { first: lanes.first.queue, urgent: lanes.urgent.queue, routine: lanes.routine.queue },
    fanOutQueues: { urgent: fanOut.urgent.queue, routine: fanOut.routine.queue },
    rate: { perSecond: 20, counts: 'messages' as const },
    pricePerPartUsd: 0.06,
    actualAllowed: true,
    drillsReach: 'phones' as const,
    unreviewedAllowed: true,
    secondPersonLevels: new Set<Level>(),
    breakGlassMinutes: { evacuate: 0, warning: 10 },
    recipientsPerHour: { country: 100_000, province: 25_000, district: 5_000 },
    reviewHours: 24,
    noticeRules: {
      againMinutes: 5,
      callAgainMinutes: 30,
      beforeExpiryMinutes: 60,
      notEndedHours: 6,
      notEndedTimes: 4,
    },
    expiryHours: {
      'flash-flood': 6,
      evacuate: 12,
      warning: 24,
      watch: 48,
      prepare: 168,
      'all-clear': 24,
      cancel: 24,
    },
    leaseSeconds: 45,
    barrierSeconds: 300,
    recoverySeconds: 120,
    fallbackDesk: undefined as string | undefined,
    callRules: { proofMinutes: 10, night: { fromHour: 22, untilHour: 6 }, quietHours: over.quietHours },
    quietHours: undefined,
    preparednessPerMonth: 2,
    rainsBegin: { standard: '05-01', byProvince: {} },
    reconfirmDays: 30,
    receiptOverdueSeconds: 72 * 3600,
    clock,
    newId: () => `id-${(ids += 1)}`,
    random: () => 0.5,
    sleep: createVirtualSleep(time),
    logger: new Logger({ serviceName: 'test', logLevel: 'SILENT' }),
    recordFailures: createFailureLog(tables.client, alertsTable.name, 'test', clock),
    metrics: noMetrics,
    ...over,
  }
  const handlers = {
    fanOut: buildFanOut(deps),
    sendSms: buildSendSms(deps),
    receipts: buildReceipts(deps),
    tick: buildTick(deps),
  }

  const context = lambdaContext()
  const sendSms: Line['run'] = (event) => handlers.sendSms(event, context)
  const runFanOut: Line['run'] = (event) => handlers.fanOut(event, context)
  const takeEarlyReceipts: Line['run'] = async (event) =>
    (await handlers.receipts(event, context)) ?? { batchItemFailures: [] }
  const worker = createQueueWorker(
    [
      { sent: fanOut.urgent.sent, batchSize: 1, run: runFanOut },
      { sent: fanOut.routine.sent, batchSize: 1, run: runFanOut },
      { sent: lanes.first.sent, batchSize, run: sendSms },
      { sent: lanes.urgent.sent, batchSize, run: sendSms },
      { sent: lanes.routine.sent, batchSize, run: sendSms },
      { sent: earlyReceipts.sent, batchSize, run: takeEarlyReceipts },
    ],
    time,
  )

  const runTick = async (): Promise<void> => {
    await handlers.tick(tickEvent, context)
  }

  return {
    ...stores,
    deps,
    time,
    lanes,
    fanOut,
    earlyReceipts,
    phones,
    handlers,
    api: createApiCaller(buildAlertsApi(deps)),

    /** Puts villages on the roster, counted in. */
    seedVillages: async (villages: readonly Village[]): Promise<void> => {
      await Promise.all(
        villages.map((village) =>
          stores.villages.put(village, {
            revision: village.revision,
            replaces: null,
            nowIso: village.updatedAtIso,
          }),
        ),
      )
      const districts = new Set(villages.map(({ code }) => code.slice(0, 4)))
      await Promise.all([...districts].map((district) => countDistrict(stores, district)))
    },

    seedUsers: async (users: readonly User[]): Promise<void> => {
      await Promise.all(users.map((user) => stores.users.put(user)))
    },

    worker,
    drain: worker.drain,

    /** Moves the clock and lets the minute's tick look. */
    tickAfter: async (seconds: number): Promise<void> => {
      time.nowMs += seconds * 1000
      await runTick()
    },

    runTick,
  }
}
