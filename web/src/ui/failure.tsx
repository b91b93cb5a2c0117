import type { CallFailure } from '../api/call-api.ts'
import { commonWords } from '../words/common-words.ts'
import { useWords, type Say } from '../words/language.ts'

/**
 * What went wrong, in words that say what to do; a refusal as the API says it, in the language of the device. Codes are
 * told where nobody but Siang's keepers can help.
 */
export const failureText = (say: Say, failure: CallFailure): string => {
  switch (failure.kind) {
    case 'offline':
      return say(commonWords.offline)
    case 'signed-out':
      return say(commonWords.sessionEnded)
    case 'problem':
      if (failure.problem.code === 'idempotency-key-reused') return say(commonWords.mayHaveArrived)
      if (failure.problem.code !== 'internal') return failure.problem.detail
      return `${say(commonWords.failed)} ${say(commonWords.failedDetail, { code: failure.problem.correlationId })}`
    case 'failed':
      return failure.status === 403
        ? say(commonWords.notAdmitted)
        : `${say(commonWords.failed)} ${say(commonWords.failedDetail, { code: String(failure.status) })}`
    default:
      return failure satisfies never
  }
}

/** A failure where the thing itself would stand, with another try where that can help. */
export const Failure = ({ failure, retry }: { failure: CallFailure; retry?: () => void }) => {
  const say = useWords()
  return (
    <div role="alert" class="error">
      <p>{failureText(say, failure)}</p>
      {retry === undefined ? null : (
        <button type="button" onClick={retry}>
          {say(commonWords.tryAgain)}
        </button>
      )}
    </div>
  )
}
