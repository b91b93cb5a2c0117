import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { Field } from '../../ui/field.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { useWords } from '../../words/language.ts'
import { trackWords } from '../../words/track-words.ts'
import type { Alert } from '../../api/alert.ts'

type Props = { alert: Alert; onChanged: () => void }

const stopReasons = [trackWords.wrongText, trackWords.wrongArea, trackWords.falseAlarm] as const

/** Stopping must be fast: one tap gives the usual reasons. */
const Stop = ({ alert, onChanged }: Props) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/stop', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: { reason },
      }),
    onChanged,
  )
  return (
    <>
      <p>{say(trackWords.stopWhy)}</p>
      <Field id="stop-reason" label={say(trackWords.reason)}>
        <input
          id="stop-reason"
          class="wide"
          maxLength={300}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <ul class="chips">
        {stopReasons.map((words) => (
          <li key={words.en}>
            <button type="button" onClick={() => setReason(say(words))}>
              {say(words)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <SendButton sending={sending} kind="danger" disabled={reason.trim() === ''}>
          {say(trackWords.stop)}
        </SendButton>
      </p>
    </>
  )
}

const Resume = ({ alert, onChanged }: Props) => {
  const say = useWords()
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/resume', { params: { alertId: alert.alertId }, idempotencyKey }),
    onChanged,
  )
  return (
    <p>
      <SendButton sending={sending}>{say(trackWords.resume)}</SendButton>
    </p>
  )
}

const Resend = ({ alert, onChanged }: Props) => {
  const say = useWords()
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/resend-failed', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: {},
      }),
    onChanged,
  )
  return (
    <p>
      <SendButton sending={sending} kind="usual">
        {say(trackWords.resend)}
      </SendButton>
    </p>
  )
}

/** What an officer can do with an alert in the state that it is in; the rest is not shown. */
export const Controls = (props: Props) => {
  const say = useWords()
  const { state } = props.alert
  return (
    <section>
      <h2>{say(trackWords.more)}</h2>
      {state === 'dispatching' ? <Stop {...props} /> : null}
      {state === 'stopped' ? <Resume {...props} /> : null}
      {state === 'dispatching' || state === 'completed' ? <Resend {...props} /> : null}
    </section>
  )
}
