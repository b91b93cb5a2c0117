import { useState } from 'preact/hooks'
import { isDanger } from '../../../../shared/domain/level.ts'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { Field } from '../../ui/field.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { useWords } from '../../words/language.ts'
import { liveWords } from '../../words/live-words.ts'
import { trackWords } from '../../words/track-words.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { Cancel } from './cancel.tsx'

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

/** The next versions: news of the danger, that it is over, that it never was. */
const NextVersion = ({ alert, live, onChanged }: Props & { live: Version }) => {
  const say = useWords()
  const isOpen = alert.version !== live.version && alert.state !== 'rejected'
  if (live.level === 'cancel') return null
  return (
    <>
      {isOpen ? null : (
        <ul class="chips">
          <li>
            <a class="button" href={`/alerts/${alert.alertId}/update`}>
              {say(followUpWords.update)}
            </a>
          </li>
          {alert.kind === 'preparedness' || alert.remaining.areas.length === 0 ? null : (
            <li>
              <a class="button" href={`/alerts/${alert.alertId}/all-clear`}>
                {say(liveWords.allClear)}
              </a>
            </li>
          )}
        </ul>
      )}
      {isDanger(live.level) ? <Cancel alert={alert} onChanged={onChanged} /> : null}
    </>
  )
}

/** What an officer can do with an alert in the state that it is in; the rest is not shown. */
export const Controls = (props: Props & { live: Version; failed: number }) => {
  const say = useWords()
  const { state } = props.live
  return (
    <section>
      <h2 id="controls" tabIndex={-1}>
        {say(trackWords.more)}
      </h2>
      {state === 'dispatching' ? <Stop {...props} /> : null}
      {state === 'stopped' ? <Resume {...props} /> : null}
      {props.failed > 0 && (state === 'dispatching' || state === 'completed') ? <Resend {...props} /> : null}
      <NextVersion {...props} />
      <p>
        <a class="tap" href={`/alerts/new?copy=${props.alert.alertId}`}>
          {say(followUpWords.copy)}
        </a>
      </p>
    </section>
  )
}
