import { useState } from 'preact/hooks'
import type { Alert } from '../../api/alert.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { wholeNumber } from '../../words/dates.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import { SendButton } from '../../ui/send-button.tsx'

type Props = { alert: Alert; onChanged: () => void }

const Now = ({ alert, onChanged }: Props) => {
  const say = useWords()
  const { alertId } = alert
  const heads = useLoaded(`heads cancel ${alertId}`, () =>
    callApi('GET /v1/alerts/{alertId}/heads', { params: { alertId }, query: { of: 'cancel' } }),
  )
  const sending = useSend(
    (idempotencyKey) => callApi('POST /v1/alerts/{alertId}/cancel', { params: { alertId }, idempotencyKey }),
    onChanged,
  )
  return (
    <>
      <p>{say(followUpWords.cancelWhy)}</p>
      <p>
        <SendButton sending={sending} kind="danger">
          {heads.body === undefined
            ? say(followUpWords.cancelGo)
            : say(followUpWords.cancelCount, { people: wholeNumber(heads.body.recipients) })}
        </SendButton>
      </p>
    </>
  )
}

/** Takes the alert back in two taps: the first says what the second does. */
export const Cancel = (props: Props) => {
  const say = useWords()
  const [opened, setOpened] = useState(false)
  return (
    <details class="glass" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{say(followUpWords.cancel)}</summary>
      {opened ? <Now {...props} /> : null}
    </details>
  )
}
