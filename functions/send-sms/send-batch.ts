import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { laneOfWave, type Lane } from '../../shared/domain/alert.ts'
import { awaitsFirstTurn, hasDoubt, hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import type { BatchUseCase, QueueRecord } from '../../shared/middleware/queue-handler.ts'
import { markVillagesDone } from '../../shared/progress/advance-version.ts'
import { queueEarlyReceipts } from '../../shared/progress/queue-early-receipts.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { SendSmsDeps } from './deps.ts'
import { finishEarlier, sendDispatch } from './send-dispatch.ts'
import { nothingDone, type SendReport } from './send-report.ts'
import { createSlotPool, type SlotPool } from './slot-pool.ts'

/** `earlier`: SMS that were accepted before this batch began, and that the index may not know. */
type Done = { record: QueueRecord<SendMessage>; report: SendReport; earlier: readonly SmsIndexEntry[] }

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
const withoutCopies = (records: readonly QueueRecord<SendMessage>[]): QueueRecord<SendMessage>[] => {
  const kept = new Map<string, QueueRecord<SendMessage>>()
  for (const record of records) {
    const key = `${keyText(record.message)}#${record.message.wave}`
    const first = kept.get(key) ?? record
    kept.set(key, { ...first, isRedelivered: first.isRedelivered || record.isRedelivered })
  }
  return [...kept.values()]
}

/** Versions and dispatches of the batch, each read once. */
const readBatch = async (deps: SendSmsDeps, records: readonly QueueRecord<SendMessage>[]) => {
  const messages = records.map((record) => record.message)
  const [versions, dispatches] = await Promise.all([
    Promise.all(
      uniqueBy(messages, versionText).map((one) => deps.alerts.findVersion(one.alertId, one.version)),
    ),
    deps.dispatches.findMany(uniqueBy(messages, keyText)),
  ])
  return {
    versions: new Map(
      versions.flatMap((one): [string, VersionRecord][] =>
        one === undefined ? [] : [[versionText(one), one]],
      ),
    ),
    dispatches: new Map(dispatches.map((one) => [keyText(one), one])),
  }
}

/** A batch comes from one queue, so that its records are of one lane. */
const laneOfBatch = (
  records: readonly QueueRecord<SendMessage>[],
  versions: ReadonlyMap<string, VersionRecord>,
): Lane => {
  for (const { message } of records) {
    const version = versions.get(versionText(message))
    if (version !== undefined) return laneOfWave(version.lane, message.wave)
  }
  return 'routine'
}

/** What the finished dispatches of one district take out of what is to do. */
const markDistrict = async (deps: SendSmsDeps, done: readonly Done[]): Promise<void> => {
  const reported = done.flatMap(({ report }) => (report.dispatch === undefined ? [] : [report.dispatch]))
  const [first] = reported
  if (first === undefined) return
  const villages = (wanted: (dispatch: Dispatch) => boolean) =>
    new Set(reported.filter(wanted).map((dispatch) => dispatch.village))
  await markVillagesDone(
    deps,
    first,
    {
      // A second wave comes after the first turn was marked.
      firstTurnOpen: new Set(
        done.flatMap(({ record, report }) =>
          report.dispatch !== undefined &&
          (record.message.wave === 1 || report.foundDone) &&
          !awaitsFirstTurn(report.dispatch)
            ? [report.dispatch.village]
            : [],
        ),
      ),
      workOpen: villages((dispatch) => !hasOpenWork(dispatch)),
      doubtful: villages((dispatch) => hasDoubt(dispatch) && !hasOpenWork(dispatch)),
    },
    done.some(({ report }) => report.foundDone),
  )
}

const queueAgain = async (
  deps: SendSmsDeps,
  done: Done,
  version: VersionRecord | undefined,
): Promise<void> => {
  const lane = version?.lane ?? 'urgent'
  await Promise.all(
    done.report.again.map(({ message, delaySeconds }) =>
      deps.lanes[laneOfWave(lane, message.wave)].send([message], delaySeconds),
    ),
  )
}

const acceptedIn = ({ report, earlier }: Done): SmsIndexEntry[] => [...earlier, ...report.accepted]

/** Clocks of two functions may differ by so much, or a note may be so late. */
const clockMarginMs = 60_000

/**
 * Carriers may have answered before the index was there: whoever writes second looks for the first. Where no receipt
 * of an unknown SMS came since this batch began there is nothing to look for, unless others sent before.
 */
const indexAccepted = async (deps: SendSmsDeps, done: readonly Done[], beganAtMs: number): Promise<void> => {
  const accepted = uniqueBy(done.flatMap(acceptedIn), ({ gatewayMessageId }) => gatewayMessageId)
  if (accepted.length === 0) return
  await deps.smsIndex.put(accepted, toEpochSeconds(deps.clock.nowMs()))
  const mayHaveSome =
    done.some(({ record }) => record.isRedelivered) ||
    (await deps.waitingReceipts.lastArrivalMs()) >= beganAtMs - clockMarginMs
  if (mayHaveSome) await queueEarlyReceipts(deps, accepted)
}

const countOutcomes = (deps: SendSmsDeps, done: readonly Done[]): void => {
  const total = (of: (report: SendReport) => number) => done.reduce((sum, { report }) => sum + of(report), 0)
  deps.metrics.count(
    'SmsAccepted',
    total((report) => report.accepted.length),
  )
  deps.metrics.count(
    'UnknownGatewayError',
    total((report) => report.unlisted),
  )
  deps.metrics.count(
    'WavesQueuedAgain',
    total((report) => report.again.length),
  )
  deps.metrics.flush()
}

/** Groups of what is done by alert version and district: each is one write. */
const byDistrict = (done: readonly Done[]): Done[][] => {
  const groups = new Map<string, Done[]>()
  for (const one of done) {
    const { alertId, version, district } = one.record.message
    const key = `${alertId}#${version}#${district}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
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

/**
 * Sends what a batch of messages hints at. Reads, reservations of slots, the index of message ids and the marks are
 * shared by the whole batch; each dispatch is claimed and settled by itself, and one that fails comes again alone.
 */
export const sendBatch =
  (deps: SendSmsDeps): BatchUseCase<SendMessage> =>
  async (given, remainingMs) => {
    const beganAtMs = deps.clock.nowMs()
    const records = withoutCopies(given)
    const { versions, dispatches } = await readBatch(deps, records)
    const lane = laneOfBatch(records, versions)
    const failed = new Map<string, unknown>()
    const taken = new Set<string>()
    const guarded = async (recordIds: readonly string[], step: () => Promise<unknown>): Promise<void> => {
      try {
        await step()
      } catch (error) {
        deps.logger.error('SEND_STEP_FAILED', { messageIds: recordIds, ...safeError(error) })
        for (const recordId of recordIds) failed.set(recordId, error)
      }
    }

    const done: Done[] = []
    const sendOne = (record: QueueRecord<SendMessage>, pool: SlotPool): Promise<void> =>
      guarded([record.recordId], async () => {
        const { message } = record
        const version = versions.get(versionText(message))
        const dispatch = dispatches.get(keyText(message))
        if (version === undefined || dispatch === undefined) throw new Error('a message names no dispatch')
        const earlier = record.isRedelivered ? await finishEarlier(deps, dispatch) : []
        // Both waves of one village in one batch: the second waits for the first to give the lease back.
        const isTaken = taken.has(keyText(message))
        taken.add(keyText(message))
        const report = isTaken
          ? { ...nothingDone, again: [{ message, delaySeconds: 1 }] }
          : await sendDispatch(deps, dispatch, version, message, { pool, remainingMs })
        done.push({ record, report, earlier })
      })
    const slotsOf = ({ message }: QueueRecord<SendMessage>): number =>
      dispatches.get(keyText(message))?.recipients.filter(({ wave }) => wave === message.wave).length ?? 0
    for (const together of inPortions(records, slotsOf, deps.pace.slotsAtOnce(lane))) {
      const pool = createSlotPool({ ...deps, leadMs: deps.claimLead.ms }, lane, remainingMs)
      // oxlint-disable-next-line no-await-in-loop -- slots of the account's rate follow each other
      await Promise.all(together.map((record) => sendOne(record, pool)))
    }

    await Promise.all([
      guarded(
        done.filter((one) => acceptedIn(one).length > 0).map(({ record }) => record.recordId),
        () => indexAccepted(deps, done, beganAtMs),
      ),
      ...byDistrict(done).map((group) =>
        guarded(
          group.map(({ record }) => record.recordId),
          () => markDistrict(deps, group),
        ),
      ),
      ...done.map((one) =>
        guarded([one.record.recordId], () =>
          queueAgain(deps, one, versions.get(versionText(one.record.message))),
        ),
      ),
    ])
    countOutcomes(deps, done)
    return [...failed].map(([recordId, error]) => ({ recordId, error }))
  }
