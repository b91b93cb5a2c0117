import type { Construct } from 'constructs'
import { type FunctionName, toConstructId } from '../names.ts'
import {
  appendTo,
  emptyDeadLetters,
  invitePeople,
  publishToPhones,
  reading,
  sendTo,
  useObjects,
  useTable,
} from './permissions.ts'
import {
  alertVariables,
  anchorVariables,
  auditVariables,
  ceilingVariables,
  deadLetterVariables,
  deskVariables,
  earlyReceiptsVariables,
  fanOutVariables,
  laneVariables,
  noticeVariables,
  overdueVariables,
  pairs,
  quietVariables,
  quotaVariables,
  rateVariables,
  rosterVariables,
  scheduleVariables,
} from './function-variables.ts'
import { capVariables, publicFunction } from './public-function.ts'
import type { Resources } from './resources.ts'
import { ServiceFunction } from './service-function.ts'

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

const sendToEarlyReceipts = ({ queues }: Resources) => sendTo(queues['early-receipts'].queue)
const sendToFanOut = ({ queues }: Resources) =>
  sendTo(queues['fan-out-urgent'].queue, queues['fan-out-routine'].queue)
const sendToLanes = ({ queues }: Resources) =>
  sendTo(queues.first.queue, queues.urgent.queue, queues.routine.queue)

const rosterApi = (resources: Resources): Definition => ({
  purpose: 'keeps areas, villages, committees and users; begins imports and exports',
  environment: {
    ...rosterVariables(resources),
    ...auditVariables(resources),
    ...ceilingVariables(resources),
    USER_POOL_ID: resources.userPool.userPoolId,
    ADMIN_REQUEST_HOURS: String(resources.stage.adminRequestHours),
  },
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'PutItem', 'UpdateItem']),
    ...useObjects(resources.uploads, { read: [imports, exports], write: [imports] }),
    ...appendTo(resources.auditTable),
    sendTo(resources.queues.imports.queue),
    invitePeople(resources.userPool),
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

const alertsApi = (resources: Resources): Definition => ({
  purpose: 'previews, drafts and issues alerts; answers the board',
  environment: {
    ...alertVariables(resources),
    ...auditVariables(resources),
    ...rateVariables(resources),
    ...ceilingVariables(resources),
    ROSTER_TABLE: resources.rosterTable.tableName,
    PRICE_PER_PART_USD: String(resources.stage.pricePerPartUsd),
    ACTUAL_ALLOWED: String(resources.stage.actualAllowed),
    ...deskVariables(resources),
    DRILLS_REACH: resources.stage.drillsReach,
    UNREVIEWED_ALLOWED: String(resources.stage.unreviewedAllowed),
    SECOND_PERSON_LEVELS: resources.stage.secondPersonLevels.join(','),
    BREAK_GLASS_MINUTES: pairs(resources.stage.breakGlassMinutes),
    REVIEW_HOURS: String(resources.stage.reviewHours),
    ...noticeVariables(resources),
    EXPIRY_HOURS: pairs(resources.stage.expiryHours),
    ...scheduleVariables(resources),
    RECONFIRM_DAYS: String(resources.stage.reconfirmDays),
  },
  permissions: [
    ...useTable(resources.rosterTable, reading),
    ...useTable(resources.alertsTable, [...reading, 'PutItem', 'UpdateItem'], ['board', 'list']),
    ...appendTo(resources.auditTable),
    sendToFanOut(resources),
  ],
  requeues: false,
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

const fanOut = (resources: Resources): Definition => ({
  purpose: 'writes the dispatches of a district and fills the lanes',
  environment: {
    ...deskVariables(resources),
    ...alertVariables(resources),
    ...auditVariables(resources),
    ...capVariables(resources),
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
    ...quietVariables(resources),
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
    ...scheduleVariables(resources),
    ...deskVariables(resources),
    DRILLS_REACH: resources.stage.drillsReach,
    ACTUAL_ALLOWED: String(resources.stage.actualAllowed),
    UNREVIEWED_ALLOWED: String(resources.stage.unreviewedAllowed),
    SECOND_PERSON_LEVELS: resources.stage.secondPersonLevels.join(','),
    BARRIER_SECONDS: String(resources.stage.barrierSeconds),
    ...noticeVariables(resources),
    IMPORTS_QUEUE_URL: resources.queues.imports.queue.queueUrl,
  },
  permissions: [
    ...useTable(resources.rosterTable, [...reading, 'UpdateItem']),
    ...useTable(resources.alertsTable, [...reading, 'PutItem', 'UpdateItem'], ['due', 'list']),
    ...appendTo(resources.auditTable),
    ...useObjects(resources.auditAnchors, { read: [anchors], write: [anchors] }),
    sendToFanOut(resources),
    sendToLanes(resources),
    sendToEarlyReceipts(resources),
    sendTo(resources.queues.imports.queue),
  ],
  requeues: false,
})
