import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { laneOfWave, type Lane } from '../../shared/domain/alert.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import type { BatchUseCase, QueueRecord } from '../../shared/middleware/queue-handler.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import type { SendSmsDeps } from './deps.ts'
import { finishBatch, type Done, type Guarded } from './finish-batch.ts'
import { finishEarlier, sendDispatch } from './send-dispatch.ts'
import { nothingDone } from './send-report.ts'
import type { Invocation } from './send-wave.ts'
import { createSlotPool } from './slot-pool.ts'

type Waiting = QueueRecord<SendMessage>

const keyText = ({ alertId, version, village }: Pick<Dispatch, 'alertId' | 'version' | 'village'>): string =>
  `${alertId}#${version}#${village}`
const versionText = ({ alertId, version }: Pick<Dispatch, 'alertId' | 'version'>): string =>
  `${alertId}#${version}`

const uniqueBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/**
 * A wave that the batch holds several times is done once: put back, copies of copies would fill the queue. What one of
 * the copies was taken for before is finished with it.
 */
const withoutCopies = (records: readonly Waiting[]): Waiting[] => {
  const kept = new Map<string, Waiting>()
  for (const record of records) {
    const key = `${keyText(record.message)}#${record.message.wave}`
    const first = kept.get(key) ?? record
    kept.set(key, { ...first, isRedelivered: first.isRedelivered || record.isRedelivered })
  }
  return [...kept.values()]
}

type Batch = {
  versions: ReadonlyMap<string, VersionRecord>
  dispatches: ReadonlyMap<string, Dispatch>
}

/** Versions and dispatches of the batch, each read once. */
const readBatch = async (deps: SendSmsDeps, records: readonly Waiting[]): Promise<Batch> => {
  const messages = records.map((record) => record.message)
  const [versions, dispatches] = await Promise.all([
    Promise.all(
      uniqueBy(messages, versionText).map((one) => deps.alerts.findVersion(one.alertId, one.version)),
    ),
    deps.dispatches.findMany(uniqueBy(messages, keyText)),
  ])
  const found = versions.filter((one) => one !== undefined)
  return {
    versions: new Map(found.map((one) => [versionText(one), one])),
    dispatches: new Map(dispatches.map((one) => [keyText(one), one])),
  }
}

/** A batch comes from one queue, so that its records are of one lane. */
const laneOfBatch = (records: readonly Waiting[], { versions }: Batch): Lane => {
  for (const { message } of records) {
    const version = versions.get(versionText(message))
    if (version !== undefined) return laneOfWave(version.lane, message.wave)
  }
  return 'routine'
}

/** Neighbours whose slots fit into one reservation; what is too large for that goes alone. */
const inPortions = <Item>(items: readonly Item[], sizeOf: (item: Item) => number, most: number): Item[][] => {
  const portions: Item[][] = [[]]
  let taken = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (taken > 0 && taken + size > most) {
      portions.push([])
      taken = 0
    }
    portions.at(-1)?.push(item)
    taken += size
  }
  return portions
}

/** `begun`: the dispatches that this batch has gone to work on, by their keys. */
const sendOne = async (
  deps: SendSmsDeps,
  { versions, dispatches }: Batch,
  record: Waiting,
  { begun, ...invocation }: Invocation & { begun: Set<string> },
): Promise<Done> => {
  const { message } = record
  const key = keyText(message)
  const version = versions.get(versionText(message))
  const dispatch = dispatches.get(key)
  if (version === undefined || dispatch === undefined) throw new Error('a message names no dispatch')
  const earlier = record.isRedelivered ? await finishEarlier(deps, dispatch) : []
  // Both waves of one village in one batch: the second waits for the first to give the lease back.
  const isBegun = begun.has(key)
  begun.add(key)
  const report = isBegun
    ? { ...nothingDone, again: [{ message, delaySeconds: 1 }] }
    : await sendDispatch(deps, dispatch, version, message, invocation)
  return { record, version, report, earlier }
}

const createGuard = ({ logger }: Pick<SendSmsDeps, 'logger'>) => {
  const failed = new Map<string, unknown>()
  const guarded: Guarded = async (recordIds, step) => {
    try {
      await step()
    } catch (error) {
      logger.error('SEND_STEP_FAILED', { messageIds: recordIds, ...safeError(error) })
      for (const recordId of recordIds) failed.set(recordId, error)
    }
  }
  return { failed, guarded }
}

/**
 * Sends what a batch of messages hints at. Reads, reservations of slots, the index of message ids and the marks are
 * shared by the whole batch; each dispatch is claimed and settled by itself, and one that fails comes again alone.
 */
export const sendBatch =
  (deps: SendSmsDeps): BatchUseCase<SendMessage> =>
  async (given, remainingMs) => {
    const beganAtMs = deps.clock.nowMs()
    const records = withoutCopies(given)
    const batch = await readBatch(deps, records)
    const lane = laneOfBatch(records, batch)
    const slotsOf = ({ message }: Waiting): number =>
      batch.dispatches.get(keyText(message))?.recipients.filter(({ wave }) => wave === message.wave).length ??
      0
    const { failed, guarded } = createGuard(deps)
    const begun = new Set<string>()
    const done: Done[] = []
    for (const together of inPortions(records, slotsOf, deps.pace.slotsAtOnce(lane))) {
      const pool = createSlotPool({ ...deps, leadMs: deps.claimLead.ms }, lane, remainingMs)
      const sendAndNote = async (record: Waiting): Promise<void> => {
        done.push(await sendOne(deps, batch, record, { begun, pool, remainingMs }))
      }
      // oxlint-disable-next-line no-await-in-loop -- slots of the account's rate follow each other
      await Promise.all(together.map((record) => guarded([record.recordId], () => sendAndNote(record))))
    }
    await finishBatch(deps, done, { guarded, beganAtMs })
    return [...failed].map(([recordId, error]) => ({ recordId, error }))
  }
