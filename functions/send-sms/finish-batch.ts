import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { laneOfWave } from '../../shared/domain/alert.ts'
import { awaitsFirstTurn, hasDoubt, hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import type { QueueRecord } from '../../shared/middleware/queue-handler.ts'
import { markVillagesDone } from '../../shared/progress/advance-version.ts'
import { queueEarlyReceipts } from '../../shared/progress/queue-early-receipts.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { SendSmsDeps } from './deps.ts'
import type { SendReport } from './send-report.ts'

/** What became of a message. `earlier`: SMS that were accepted before this batch began, and that the index may not know. */
export type Done = {
  record: QueueRecord<SendMessage>
  version: VersionRecord
  report: SendReport
  earlier: readonly SmsIndexEntry[]
}

const acceptedIn = ({ report, earlier }: Done): SmsIndexEntry[] => [...earlier, ...report.accepted]

/** Clocks of two functions may differ by so much, or a note may be so late. */
const clockMarginMs = 60_000

/**
 * Carriers may have answered before the index was there: whoever writes second looks for the first. Where no receipt
 * of an unknown SMS came since this batch began there is nothing to look for, unless others sent before.
 */
const indexAccepted = async (deps: SendSmsDeps, done: readonly Done[], beganAtMs: number): Promise<void> => {
  const byMessageId = new Map(done.flatMap(acceptedIn).map((entry) => [entry.gatewayMessageId, entry]))
  const accepted = [...byMessageId.values()]
  if (accepted.length === 0) return
  await deps.smsIndex.put(accepted, toEpochSeconds(deps.clock.nowMs()))
  const mayHaveSome =
    done.some(({ record }) => record.isRedelivered) ||
    (await deps.waitingReceipts.lastArrivalMs()) >= beganAtMs - clockMarginMs
  if (mayHaveSome) await queueEarlyReceipts(deps, accepted)
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

const queueAgain = async (deps: SendSmsDeps, { report, version }: Done): Promise<void> => {
  await Promise.all(
    report.again.map(({ message, delaySeconds }) =>
      deps.lanes[laneOfWave(version.lane, message.wave)].send([message], delaySeconds),
    ),
  )
}

const countOutcomes = ({ metrics }: SendSmsDeps, done: readonly Done[]): void => {
  const total = (of: (report: SendReport) => number) => done.reduce((sum, { report }) => sum + of(report), 0)
  metrics.count(
    'SmsAccepted',
    total((report) => report.accepted.length),
  )
  metrics.count(
    'UnknownGatewayError',
    total((report) => report.unlisted),
  )
  metrics.count(
    'WavesQueuedAgain',
    total((report) => report.again.length),
  )
  metrics.flush()
}

/** Groups of what is done by alert version and district: each is one write. */
const byDistrict = (done: readonly Done[]): Done[][] => [
  ...Map.groupBy(done, ({ record: { message } }) =>
    [message.alertId, message.version, message.district].join('#'),
  ).values(),
]

const idsOf = (done: readonly Done[]): string[] => done.map(({ record }) => record.recordId)

/** Runs a step for some records of the batch: where it throws, those come again and no others. Never rejects. */
export type Guarded = (recordIds: readonly string[], step: () => Promise<unknown>) => Promise<void>

/** What a whole batch leaves behind: the index of message ids, the districts' marks, and what has to be queued again. */
export const finishBatch = async (
  deps: SendSmsDeps,
  done: readonly Done[],
  { guarded, beganAtMs }: { guarded: Guarded; beganAtMs: number },
): Promise<void> => {
  const withAccepted = done.filter((one) => acceptedIn(one).length > 0)
  await Promise.all([
    guarded(idsOf(withAccepted), () => indexAccepted(deps, done, beganAtMs)),
    ...byDistrict(done).map((group) => guarded(idsOf(group), () => markDistrict(deps, group))),
    ...done.map((one) => guarded(idsOf([one]), () => queueAgain(deps, one))),
  ])
  countOutcomes(deps, done)
}
