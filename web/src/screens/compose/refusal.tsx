import { useState } from 'preact/hooks'
import type { CallFailure } from '../../api/call-api.ts'
import { isRefusal } from '../../api/is-refusal.ts'
import { shortTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { refusalAnswers, refusalWords } from '../../words/refusal-words.ts'
import { Field } from '../../ui/field.tsx'
import type { SubmitAnswers } from './submit-draft.ts'

type Props = {
  failure: CallFailure
  alertId: string | undefined
  /** Sends it all the same, with what the refusal asked for. */
  onAnswer: (answer: SubmitAnswers) => void
}

/** Why villages need another preparedness message this month. */
const OverLimit = ({ onAnswer }: Pick<Props, 'onAnswer'>) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  return (
    <>
      <Field id="over-limit" label={say(refusalAnswers.overLimit)}>
        <textarea
          id="over-limit"
          rows={2}
          maxLength={500}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <p>
        <button
          type="button"
          disabled={reason.trim() === ''}
          onClick={() => onAnswer({ overLimitReason: reason.trim() })}
        >
          {say(refusalAnswers.allTheSame)}
        </button>
      </p>
    </>
  )
}

/** What the API refused and what can be done about it. */
export const Refusal = ({ failure, alertId, onAnswer }: Props) => {
  const say = useWords()
  if (!isRefusal(failure)) return null
  const { code, detail, errors, facts = {} } = failure.problem
  const live = typeof facts['alertId'] === 'string' ? facts['alertId'] : undefined
  const number = facts['number'] ?? ''
  const room = typeof facts['roomFromIso'] === 'string' ? facts['roomFromIso'] : undefined
  const words = refusalWords[code]
  const isOwnState = code === 'wrong-state' || code === 'edited-meanwhile'
  return (
    <div role="alert" class="error">
      <p>{words === undefined ? detail : say(words, { ...facts, number })}</p>
      {errors.length === 0 || live !== undefined ? null : (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
      {live === undefined ? null : (
        <p>
          <a class="button" href={`/alerts/${live}`}>
            {say(refusalAnswers.seeLive, { number })}
          </a>{' '}
          {code === 'alert-live' ? (
            <button type="button" onClick={() => onAnswer({ besidesAlertId: live })}>
              {say(refusalAnswers.sendBoth)}
            </button>
          ) : null}
        </p>
      )}
      {room === undefined ? null : <p>{say(refusalAnswers.roomFrom, { time: shortTime(room) })}</p>}
      {code === 'monthly-limit' ? <OverLimit onAnswer={onAnswer} /> : null}
      {isOwnState && alertId !== undefined ? (
        <p>
          <a class="button" href={`/alerts/${alertId}`}>
            {say(refusalAnswers.seeIt)}
          </a>
        </p>
      ) : null}
    </div>
  )
}
