import { join } from 'node:path'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { type FunctionName, type QueueName, toConstructId } from '../names.ts'
import { projectRoot, readCodeVersion } from '../project.ts'
import type { StageSettings } from '../stage-settings.ts'
import {
  appendTo,
  emptyDeadLetters,
  publishToPhones,
  reading,
  sendTo,
  useObjects,
  useTable,
} from './permissions.ts'
import type { OnFailureQueues } from './on-failure-queues.ts'
import { ServiceFunction } from './service-function.ts'
import type { WorkQueue } from './work-queue.ts'

/** What the functions work with. */
export type Resources = {
  readonly stage: StageSettings
  readonly rosterTable: TableV2
  readonly alertsTable: TableV2
  readonly auditTable: TableV2
  readonly uploads: Bucket
  readonly auditAnchors: Bucket
  readonly queues: Readonly<Record<QueueName, WorkQueue>>
  readonly onFailure: OnFailureQueues
}

type Definition = Pick<
  ConstructorParameters<typeof ServiceFunction>[2],
  'purpose' | 'environment' | 'permissions' | 'requeues' | 'filesBeside'
>

const imports = 'imports'
const exports = 'exports'
const anchors = 'anchors'

/** Every function by name, each with the variables and rights that it needs and no more. */
export const addServiceFunctions = (
  scope: Construct,
  resources: Resources,
): Readonly<Record<FunctionName, ServiceFunction>> => {
  const { stage } = resources
  const add = (name: FunctionName, define: (resources: Resources) => Definition) =>
    new ServiceFunction(scope, toConstructId(name), { name, stage, ...define(resources) })
  return {
    'roster-api': add('roster-api', rosterApi),
    'roster-import': add('roster-import', rosterImport),
    'alerts-api': add('alerts-api', alertsApi),
    'operations-api': add('operations-api', operationsApi),
    public: add('public', publicFunction),
    'fan-out': add('fan-out', fanOut),
    'send-sms': add('send-sms', sendSms),
    receipts: add('receipts', receipts),
    tick: add('tick', tick),
  }
}

const rosterVariables = ({ rosterTable, uploads, queues }: Resources) => ({
  ROSTER_TABLE: rosterTable.tableName,
  UPLOADS_BUCKET: uploads.bucketName,
  IMPORTS_QUEUE_URL: queues.imports.queue.queueUrl,
})
const auditVariables = ({ auditTable }: Resources) => ({ AUDIT_TABLE: auditTable.tableName })
const anchorVariables = (resources: Resources) => ({
  ...auditVariables(resources),
  AUDIT_ANCHORS_BUCKET: resources.auditAnchors.bucketName,
})
const fanOutVariables = ({ alertsTable, queues }: Resources) => ({
  ALERTS_TABLE: alertsTable.tableName,
  FAN_OUT_URGENT_QUEUE_URL: queues['fan-out-urgent'].queue.queueUrl,
  FAN_OUT_ROUTINE_QUEUE_URL: queues['fan-out-routine'].queue.queueUrl,
})
const alertVariables = (resources: Resources) => ({
  ...fanOutVariables(resources),
  RECOVERY_SECONDS: String(resources.stage.recoverySeconds),
})
const laneVariables = ({ queues }: Resources) => ({
  FIRST_QUEUE_URL: queues.first.queue.queueUrl,
  URGENT_QUEUE_URL: queues.urgent.queue.queueUrl,
  ROUTINE_QUEUE_URL: queues.routine.queue.queueUrl,
})
const quotaVariables = ({ stage }: Resources) => ({ QUOTA_PROBE_SECONDS: String(stage.quotaProbeSeconds) })
const rateVariables = ({ stage }: Resources) => ({
  SMS_PER_SECOND: String(stage.smsPerSecond),
  SMS_RATE_COUNTS: stage.smsRateCounts,
})
const earlyReceiptsVariables = ({ queues }: Resources) => ({
  EARLY_RECEIPTS_QUEUE_URL: queues['early-receipts'].queue.queueUrl,
})
const overdueVariables = (resources: Resources) => ({
  ...earlyReceiptsVariables(resources),
  RECEIPT_OVERDUE_SECONDS: String(resources.stage.receiptOverdueSeconds),
})
const sendToEarlyReceipts = ({ queues }: Resources) => sendTo(queues['early-receipts'].queue)
const sendToFanOut = ({ queues }: Resources) =>
  sendTo(queues['fan-out-urgent'].queue, queues['fan-out-routine'].queue)
const sendToLanes = ({ queues }: Resources) =>
  sendTo(queues.first.queue, queues.urgent.queue, queues.routine.queue)

const rosterApi = (resources: Resources): Definition => ({
  purpose: 'keeps areas, villages and committees; begins imports and exports',
  environment: { ...rosterVariables(resources), ...auditVariables(resources) },
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'PutItem', 'UpdateItem']),
    ...useObjects(resources.uploads, { read: [imports, exports], write: [imports] }),
    ...appendTo(resources.auditTable),
    sendTo(resources.queues.imports.queue),
  ],
  requeues: false,
})

const rosterImport = (resources: Resources): Definition => ({
  purpose: 'plans, applies and takes back imports; writes exports',
  environment: rosterVariables(resources),
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'PutItem', 'UpdateItem', 'DeleteItem']),
    ...useObjects(resources.uploads, { read: [imports], write: [imports, exports] }),
    sendTo(resources.queues.imports.queue),
  ],
  requeues: true,
})

/** `name=value,name=value` */
const pairs = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')

const alertsApi = (resources: Resources): Definition => ({
  purpose: 'previews, drafts and issues alerts; answers the board',
  environment: {
    ...alertVariables(resources),
    ...auditVariables(resources),
    ...rateVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
    PRICE_PER_PART_USD: String(resources.stage.pricePerPartUsd),
    ACTUAL_ALLOWED: String(resources.stage.actualAllowed),
    UNREVIEWED_ALLOWED: String(resources.stage.unreviewedAllowed),
    SECOND_PERSON_LEVELS: resources.stage.secondPersonLevels.join(','),
    BREAK_GLASS_MINUTES: pairs(resources.stage.breakGlassMinutes),
    REVIEW_HOURS: String(resources.stage.reviewHours),
    EXPIRY_HOURS: pairs(resources.stage.expiryHours),
    PROOF_MINUTES: String(resources.stage.proofMinutes),
    NIGHT_FROM_HOUR: String(resources.stage.nightHours.from),
    NIGHT_UNTIL_HOUR: String(resources.stage.nightHours.until),
  },
  permissions: [
    ...useTable(resources.rosterTable, reading),
    ...useTable(resources.alertsTable, [...reading, 'PutItem', 'UpdateItem'], ['board', 'list']),
    ...appendTo(resources.auditTable),
    sendToFanOut(resources),
  ],
  requeues: false,
})

const deadLetterVariables = ({ queues, onFailure }: Resources) => ({
  FIRST_DEAD_LETTERS_URL: queues.first.deadLetters.queueUrl,
  FAN_OUT_URGENT_DEAD_LETTERS_URL: queues['fan-out-urgent'].deadLetters.queueUrl,
  URGENT_DEAD_LETTERS_URL: queues.urgent.deadLetters.queueUrl,
  FAN_OUT_ROUTINE_DEAD_LETTERS_URL: queues['fan-out-routine'].deadLetters.queueUrl,
  ROUTINE_DEAD_LETTERS_URL: queues.routine.deadLetters.queueUrl,
  RECEIPTS_DEAD_LETTERS_URL: onFailure.receipts.queueUrl,
  EARLY_RECEIPTS_DEAD_LETTERS_URL: queues['early-receipts'].deadLetters.queueUrl,
  IMPORTS_DEAD_LETTERS_URL: queues.imports.deadLetters.queueUrl,
  TICK_DEAD_LETTERS_URL: onFailure.tick.queueUrl,
})

const operationsApi = (resources: Resources): Definition => ({
  purpose: 'lists work that was given up and puts it back on its queue; reads and checks the audit',
  environment: {
    ...fanOutVariables(resources),
    ...anchorVariables(resources),
    ...laneVariables(resources),
    ...earlyReceiptsVariables(resources),
    ...deadLetterVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
    IMPORTS_QUEUE_URL: resources.queues.imports.queue.queueUrl,
  },
  permissions: [
    ...useTable(resources.rosterTable, reading),
    ...useTable(resources.alertsTable, [...reading, 'UpdateItem']),
    emptyDeadLetters(
      ...Object.values(resources.queues).map(({ deadLetters }) => deadLetters),
      ...Object.values(resources.onFailure),
    ),
    ...appendTo(resources.auditTable),
    ...useObjects(resources.auditAnchors, { read: [anchors], write: [] }),
    sendToFanOut(resources),
    sendToLanes(resources),
    sendToEarlyReceipts(resources),
    sendTo(resources.queues.imports.queue),
  ],
  requeues: false,
})

const publicFunction = ({ stage }: Resources): Definition => ({
  purpose: 'answers who has no login: the API document and whether functions start',
  environment: { STAGE: stage.name, CODE_VERSION: readCodeVersion() },
  permissions: [],
  requeues: false,
  filesBeside: (folder) => [
    `"${process.execPath}" "${join(projectRoot, 'scripts/write-openapi.ts')}" "${join(folder, 'openapi.json')}"`,
  ],
})

const fanOut = (resources: Resources): Definition => ({
  purpose: 'writes the dispatches of a district and fills the lanes',
  environment: {
    ...alertVariables(resources),
    ...auditVariables(resources),
    ...laneVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
  },
  permissions: [
    ...useTable(resources.rosterTable, reading),
    ...useTable(resources.alertsTable, [...reading, 'PutItem', 'UpdateItem']),
    ...appendTo(resources.auditTable),
    sendToFanOut(resources),
    sendToLanes(resources),
  ],
  requeues: true,
})

const sendSms = (resources: Resources): Definition => ({
  purpose: 'hands SMS to the gateway and settles what became of them',
  environment: {
    ...alertVariables(resources),
    ...laneVariables(resources),
    ...overdueVariables(resources),
    ...rateVariables(resources),
    ...quotaVariables(resources),
    SENDER_ID: resources.stage.senderId,
    LEASE_SECONDS: String(resources.stage.leaseSeconds),
  },
  permissions: [
    ...useTable(resources.alertsTable, [...reading, 'UpdateItem', 'BatchWriteItem']),
    sendToFanOut(resources),
    sendToLanes(resources),
    sendToEarlyReceipts(resources),
    ...publishToPhones(),
  ],
  requeues: true,
})

const receipts = (resources: Resources): Definition => ({
  purpose: 'settles deliveries by what carriers say of them',
  environment: {
    ...fanOutVariables(resources),
    ...laneVariables(resources),
    ...earlyReceiptsVariables(resources),
    ...quotaVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
  },
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'UpdateItem']),
    ...useTable(resources.alertsTable, [...reading, 'UpdateItem', 'BatchWriteItem']),
    sendToFanOut(resources),
    sendToLanes(resources),
    sendToEarlyReceipts(resources),
  ],
  requeues: true,
})

const tick = (resources: Resources): Definition => ({
  purpose: 'every minute takes up what was left lying',
  environment: {
    ...alertVariables(resources),
    ...anchorVariables(resources),
    ...laneVariables(resources),
    ...overdueVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
    BARRIER_SECONDS: String(resources.stage.barrierSeconds),
    IMPORTS_QUEUE_URL: resources.queues.imports.queue.queueUrl,
  },
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'UpdateItem']),
    ...useTable(resources.alertsTable, [...reading, 'UpdateItem'], ['due']),
    ...appendTo(resources.auditTable),
    ...useObjects(resources.auditAnchors, { read: [anchors], write: [anchors] }),
    sendToFanOut(resources),
    sendToLanes(resources),
    sendToEarlyReceipts(resources),
    sendTo(resources.queues.imports.queue),
  ],
  requeues: false,
})
