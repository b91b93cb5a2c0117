import type * as z from 'zod'
import {
  failedLogRecord,
  invocationRecord,
  uncalledTick,
  type deadLetterView,
} from '../../shared/contracts/dead-letters.ts'
import {
  fanOutMessage,
  importMessage,
  receiptsMessage,
  sendMessage,
  type ReceiptsMessage,
} from '../../shared/contracts/queue-messages.ts'
import { isNoticeId } from '../../shared/domain/notices/notice.ts'
import { isTestSmsId } from '../../shared/domain/test-sms/test-sms.ts'
import type { DeadLetterKind, DeadLetterQueueName } from '../../shared/domain/dead-letter.ts'

type View = z.output<typeof deadLetterView>
type Names = Pick<View, 'alertId' | 'version' | 'district' | 'village' | 'importId' | 'exportId'>

/** What a dead letter's body says, as far as it may be shown. */
export type LetterWork = Names & {
  kind: DeadLetterKind
  /** Areas that the work concerns; none where the body names none. */
  areas: readonly string[]
  /** Of a function that nobody waits for: how its call went. */
  call?: { condition: string; errorType: string | undefined; calls: number; atEpochMs: number }
  /** `tick` was not even called. */
  isUncalled?: true
  /** What puts it to work again, where that is not the body as it is. */
  redriveBody?: string
}

const nothing: Names = {
  alertId: null,
  version: null,
  district: null,
  village: null,
  importId: null,
  exportId: null,
}
const unreadable: LetterWork = { ...nothing, kind: 'unreadable', areas: [] }

/** Of a notice no area is known: an admin of the country sees it. */
const notice: LetterWork = { ...nothing, kind: 'notice', areas: [] }

type Of = { alertId: string; version: number; district: string; village?: string | undefined }

/** What work names that people can look up: over a test SMS no alert stands, and a notice has no place either. */
const namesOf = ({ alertId, version, district, village }: Of): Names => {
  if (isNoticeId(alertId)) return nothing
  const place = { ...nothing, district, village: village ?? null }
  return isTestSmsId(alertId) ? place : { ...place, alertId, version }
}

const readSend = (json: unknown): LetterWork | undefined => {
  const { data } = sendMessage.safeParse(json)
  if (data === undefined) return undefined
  if (isNoticeId(data.alertId)) return notice
  const ofAlert = data.wave === 1 ? 'send-first-wave' : 'send-second-wave'
  const kind = isTestSmsId(data.alertId) ? 'test-sms' : ofAlert
  return { ...namesOf(data), kind, areas: [data.village] }
}

const readFanOut = (json: unknown): LetterWork | undefined => {
  const { data } = fanOutMessage.safeParse(json)
  if (data === undefined) return undefined
  if (isNoticeId(data.alertId)) return notice
  const { job, alertId, version, district } = data
  const kind = isTestSmsId(alertId) ? 'test-sms' : job
  return { ...namesOf({ alertId, version, district }), kind, areas: [district] }
}

const importKinds = { plan: 'plan-import', apply: 'apply-import', undo: 'undo-import' } as const

const readImport = (json: unknown): LetterWork | undefined => {
  const { data } = importMessage.safeParse(json)
  if (data === undefined) return undefined
  return data.job === 'export'
    ? { ...nothing, kind: 'write-export', exportId: data.exportId, areas: [] }
    : { ...nothing, kind: importKinds[data.job], importId: data.importId, areas: [] }
}

/** The value that all share; null where they differ or there are none. */
const shared = <Value>(values: readonly Value[]): Value | null => {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

const readReceipts = (json: unknown): LetterWork | undefined => {
  const { data } = receiptsMessage.safeParse(json)
  if (data === undefined) return undefined
  if ('awslogs' in data) return { ...nothing, kind: 'settle-receipts', areas: [] }
  const { deliveries } = data
  const names = deliveries.map(namesOf)
  const alertId = shared(names.map((one) => one.alertId))
  return {
    ...nothing,
    kind: 'settle-early-receipts',
    alertId,
    version: alertId === null ? null : shared(names.map(({ version }) => version)),
    district: shared(names.map(({ district }) => district)),
    village: shared(names.map(({ village }) => village)),
    areas: [...new Set(deliveries.map(({ village }) => village))],
  }
}

const readCall = (json: unknown): LetterWork['call'] => {
  const { data } = invocationRecord.safeParse(json)
  if (data === undefined) return undefined
  const { condition, approximateInvokeCount } = data.requestContext
  return {
    condition,
    errorType: data.responsePayload?.errorType,
    calls: approximateInvokeCount,
    atEpochMs: Date.parse(data.timestamp),
  }
}

/** A batch of logs goes back by way of the queue of `receipts`, so that nobody needs the right to call it. */
const readLogs = (json: unknown): LetterWork | undefined => {
  const { data } = failedLogRecord.safeParse(json)
  const call = readCall(json)
  if (data === undefined || call === undefined) return undefined
  const again: ReceiptsMessage = { schemaVersion: 1, awslogs: data.requestPayload.awslogs }
  return { ...nothing, kind: 'settle-receipts', areas: [], call, redriveBody: JSON.stringify(again) }
}

const readTick = (json: unknown): LetterWork | undefined => {
  const call = readCall(json)
  if (call !== undefined) return { ...nothing, kind: 'tick', areas: [], call }
  return uncalledTick.safeParse(json).success
    ? { ...nothing, kind: 'tick', areas: [], isUncalled: true }
    : undefined
}

const readers: Readonly<Record<DeadLetterQueueName, (json: unknown) => LetterWork | undefined>> = {
  first: readSend,
  'fan-out-urgent': readFanOut,
  urgent: readSend,
  'fan-out-routine': readFanOut,
  routine: readSend,
  receipts: readLogs,
  'early-receipts': readReceipts,
  imports: readImport,
  tick: readTick,
}

/** Reads the body of a dead letter by the contract of its queue; what does not keep it is `unreadable`. */
export const readLetter = (queue: DeadLetterQueueName, body: string): LetterWork => {
  try {
    return readers[queue](JSON.parse(body)) ?? unreadable
  } catch {
    return unreadable
  }
}
