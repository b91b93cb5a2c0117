import type * as z from 'zod'
import { toIso } from '../../shared/clock.ts'
import type { deadLetterView } from '../../shared/contracts/dead-letters.ts'
import { deadLetterKindWords, deadLetterReasonWords } from '../../shared/domain/dead-letter-words.ts'
import {
  workedOffBy,
  type DeadLetterQueueName,
  type DeadLetterReasonKind,
} from '../../shared/domain/dead-letter.ts'
import { fillWording } from '../../shared/domain/wording.ts'
import { errorNameOf } from '../../shared/domain/work-failure.ts'
import type { DeadLetter } from '../../shared/queue/dead-letter-queue.ts'
import type { FailureRecord } from '../../shared/store/failure-store.ts'
import type { LetterWork } from './read-letter.ts'

/** A letter without its body. */
export type ReadLetter = Omit<DeadLetter, 'body' | 'receiptHandle'> & { work: LetterWork }

type Why = { kind: DeadLetterReasonKind; error: string | null }

const whyOf = ({ work, errorCode }: ReadLetter, failure: FailureRecord | undefined): Why => {
  if (work.kind === 'unreadable') return { kind: 'unreadable', error: null }
  if (work.isUncalled === true) {
    return { kind: 'not-run', error: errorNameOf(errorCode ?? 'NotDelivered') }
  }
  if (work.call !== undefined) {
    const { condition, errorType } = work.call
    if (condition !== 'RetriesExhausted') return { kind: 'not-run', error: errorNameOf(condition) }
    if (errorType !== undefined) return { kind: 'failed', error: errorNameOf(errorType) }
  }
  return failure === undefined
    ? { kind: 'no-answer', error: null }
    : { kind: 'failed', error: failure.errorName }
}

const isoOf = (epochSeconds: number | undefined): string | null =>
  epochSeconds === undefined ? null : toIso(epochSeconds * 1000)

/** A dead letter as it is listed. */
export const toLetterView = (
  queue: DeadLetterQueueName,
  letter: ReadLetter,
  failure: FailureRecord | undefined,
): z.input<typeof deadLetterView> => {
  const { work } = letter
  const why = whyOf(letter, failure)
  const { en, lo } = deadLetterKindWords[work.kind]
  const calledAtIso = work.call === undefined ? null : toIso(work.call.atEpochMs)
  return {
    messageId: letter.messageId,
    work: { kind: work.kind, en, lo },
    alertId: work.alertId,
    version: work.version,
    district: work.district,
    village: work.village,
    importId: work.importId,
    exportId: work.exportId,
    reason: {
      kind: why.kind,
      function: workedOffBy[queue],
      error: why.error,
      ...fillWording(deadLetterReasonWords[why.kind], {
        function: workedOffBy[queue],
        error: why.error ?? '',
      }),
    },
    failures: work.call?.calls ?? failure?.failures ?? null,
    firstFailedAtIso: isoOf(failure?.firstFailedAtEpochSeconds),
    lastFailedAtIso: isoOf(failure?.lastFailedAtEpochSeconds) ?? calledAtIso,
    receives: letter.receives,
    sentAtIso: toIso(letter.sentAtEpochMs),
    unreadable: work.kind === 'unreadable',
  }
}
