import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import type { DeadLetterQueueName } from '../../shared/domain/dead-letter.ts'
import {
  createBodySender,
  createDeadLetterQueue,
  type BodySender,
  type DeadLetterQueue,
} from '../../shared/queue/dead-letter-queue.ts'
import { createAlertStore, type AlertStore } from '../../shared/store/alert-store.ts'
import { createAnchorStore, type AnchorStore } from '../../shared/store/anchor-store.ts'
import { createAuditHeadStore, type AuditHeadStore } from '../../shared/store/audit-head-store.ts'
import { createAuditStore, type AuditStore } from '../../shared/store/audit-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createBucketClient, createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createFailureStore, type FailureStore } from '../../shared/store/failure-store.ts'
import { createImportStore, type ImportStore } from '../../shared/store/import-store.ts'
import { createRedriveStore, type RedriveStore } from '../../shared/store/redrive-store.ts'
import { createUserStore, type UserStore } from '../../shared/store/user-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readOperationsApiEnvironment } from './env.ts'

/** Queues of work: dead letters of `receipts` and `tick` come from no queue. */
export type WorkQueueName = Exclude<DeadLetterQueueName, 'receipts' | 'tick'>

export type OperationsApiDeps = {
  users: Pick<UserStore, 'find' | 'listNames'>
  villages: Pick<VillageStore, 'find'>
  imports: Pick<ImportStore, 'find'>
  deadLetters: Readonly<Record<DeadLetterQueueName, DeadLetterQueue>>
  workQueues: Readonly<Record<WorkQueueName, BodySender>>
  /** `roster-import` keeps its reasons in its own table, the others in that of the alerts. */
  failures: { alerts: FailureStore; roster: FailureStore }
  redrives: RedriveStore
  alerts: Pick<AlertStore, 'find'>
  audit: AuditTrail
  auditRows: Pick<AuditStore, 'listPage' | 'listStored'>
  auditHeads: Pick<AuditHeadStore, 'find'>
  anchors: Pick<AnchorStore, 'read'>
  clock: Clock
  /** In [0, 1): keeps two who list at once from getting into each other's way again. */
  random: () => number
  sleep: (ms: number) => Promise<void>
  logger: Logger
}

export const createDeps = (
  environment: ReturnType<typeof readOperationsApiEnvironment>,
): OperationsApiDeps => {
  const tables = createTableClient()
  const queues = createQueueClient()
  const dead = (url: string) => createDeadLetterQueue(queues, url)
  const work = (url: string) => createBodySender(queues, url)
  return {
    users: createUserStore(tables, environment.ROSTER_TABLE),
    villages: createVillageStore(tables, environment.ROSTER_TABLE),
    imports: createImportStore(tables, environment.ROSTER_TABLE),
    deadLetters: {
      first: dead(environment.FIRST_DEAD_LETTERS_URL),
      'fan-out-urgent': dead(environment.FAN_OUT_URGENT_DEAD_LETTERS_URL),
      urgent: dead(environment.URGENT_DEAD_LETTERS_URL),
      'fan-out-routine': dead(environment.FAN_OUT_ROUTINE_DEAD_LETTERS_URL),
      routine: dead(environment.ROUTINE_DEAD_LETTERS_URL),
      receipts: dead(environment.RECEIPTS_DEAD_LETTERS_URL),
      'early-receipts': dead(environment.EARLY_RECEIPTS_DEAD_LETTERS_URL),
      imports: dead(environment.IMPORTS_DEAD_LETTERS_URL),
      tick: dead(environment.TICK_DEAD_LETTERS_URL),
    },
    workQueues: {
      first: work(environment.FIRST_QUEUE_URL),
      'fan-out-urgent': work(environment.FAN_OUT_URGENT_QUEUE_URL),
      urgent: work(environment.URGENT_QUEUE_URL),
      'fan-out-routine': work(environment.FAN_OUT_ROUTINE_QUEUE_URL),
      routine: work(environment.ROUTINE_QUEUE_URL),
      'early-receipts': work(environment.EARLY_RECEIPTS_QUEUE_URL),
      imports: work(environment.IMPORTS_QUEUE_URL),
    },
    failures: {
      alerts: createFailureStore(tables, environment.ALERTS_TABLE),
      roster: createFailureStore(tables, environment.ROSTER_TABLE),
    },
    redrives: createRedriveStore(tables, environment.ALERTS_TABLE),
    alerts: createAlertStore(tables, environment.ALERTS_TABLE),
    audit: createAuditTrail(tables, { audit: environment.AUDIT_TABLE, alerts: environment.ALERTS_TABLE }),
    auditRows: createAuditStore(tables, environment.AUDIT_TABLE),
    auditHeads: createAuditHeadStore(tables, environment.ALERTS_TABLE),
    anchors: createAnchorStore(
      createBucketClient(environment.S3_FORCE_PATH_STYLE),
      environment.AUDIT_ANCHORS_BUCKET,
    ),
    clock: systemClock,
    random: Math.random,
    sleep: (ms) => sleep(ms),
    logger: createLogger('operations-api'),
  }
}
