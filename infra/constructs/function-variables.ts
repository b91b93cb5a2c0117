import type { Resources } from './resources.ts'

/** `name=value,name=value` */
export const pairs = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')

export const rosterVariables = ({ rosterTable, uploads, queues }: Resources) => ({
  ROSTER_TABLE: rosterTable.tableName,
  UPLOADS_BUCKET: uploads.bucketName,
  IMPORTS_QUEUE_URL: queues.imports.queue.queueUrl,
})
export const auditVariables = ({ auditTable }: Resources) => ({ AUDIT_TABLE: auditTable.tableName })
export const anchorVariables = (resources: Resources) => ({
  ...auditVariables(resources),
  AUDIT_ANCHORS_BUCKET: resources.auditAnchors.bucketName,
})
export const fanOutVariables = ({ alertsTable, queues }: Resources) => ({
  ALERTS_TABLE: alertsTable.tableName,
  FAN_OUT_URGENT_QUEUE_URL: queues['fan-out-urgent'].queue.queueUrl,
  FAN_OUT_ROUTINE_QUEUE_URL: queues['fan-out-routine'].queue.queueUrl,
})
export const alertVariables = (resources: Resources) => ({
  ...fanOutVariables(resources),
  RECOVERY_SECONDS: String(resources.stage.recoverySeconds),
})
export const laneVariables = ({ queues }: Resources) => ({
  FIRST_QUEUE_URL: queues.first.queue.queueUrl,
  URGENT_QUEUE_URL: queues.urgent.queue.queueUrl,
  ROUTINE_QUEUE_URL: queues.routine.queue.queueUrl,
})
export const deskVariables = ({ stage }: Resources) => ({
  FALLBACK_DESK_PHONE: stage.fallbackDeskPhone ?? '',
})
/** When officers are told of what waits for them, and when villages must be called. */
export const noticeVariables = ({ stage }: Resources) => ({
  NOTICE_RULES: pairs(stage.notices),
  PROOF_MINUTES: String(stage.proofMinutes),
  NIGHT_FROM_HOUR: String(stage.nightHours.from),
  NIGHT_UNTIL_HOUR: String(stage.nightHours.until),
})
export const quotaVariables = ({ stage }: Resources) => ({
  QUOTA_PROBE_SECONDS: String(stage.quotaProbeSeconds),
})
export const rateVariables = ({ stage }: Resources) => ({
  SMS_PER_SECOND: String(stage.smsPerSecond),
  SMS_RATE_COUNTS: stage.smsRateCounts,
})
export const earlyReceiptsVariables = ({ queues }: Resources) => ({
  EARLY_RECEIPTS_QUEUE_URL: queues['early-receipts'].queue.queueUrl,
})
export const overdueVariables = (resources: Resources) => ({
  ...earlyReceiptsVariables(resources),
  RECEIPT_OVERDUE_SECONDS: String(resources.stage.receiptOverdueSeconds),
})
export const ceilingVariables = ({ stage }: Resources) => ({
  RECIPIENTS_PER_OFFICER_AND_HOUR: pairs(stage.recipientsPerOfficerAndHour),
})
export const quietVariables = ({ stage: { quietHours } }: Resources) => ({
  QUIET_HOURS: quietHours === null ? '' : `${quietHours.from}-${quietHours.until}`,
})
export const scheduleVariables = (resources: Resources) => ({
  ...quietVariables(resources),
  PREPAREDNESS_PER_MONTH: String(resources.stage.preparednessPerMonth),
  RAINS_BEGIN: [
    resources.stage.rainsBegin.standard,
    ...Object.entries(resources.stage.rainsBegin.byProvince).map(([code, day]) => `${code}=${day}`),
  ].join(','),
})
export const deadLetterVariables = ({ queues, onFailure }: Resources) => ({
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
