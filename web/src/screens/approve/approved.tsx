import { useState } from 'preact/hooks'
import type { Alert, Version } from '../../api/alert.ts'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { approveWords } from '../../words/approve-words.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { InWords } from './in-words.tsx'
import { Reason } from './reason.tsx'
import { useHeads } from './use-heads.ts'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** Two taps: the first says what the second does. */
const Reject = ({ alert, onDone }: Omit<Props, 'version'>) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/reject', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: { reason },
      }),
    onDone,
  )
  return (
    <details class="glass">
      <summary>{say(approveWords.dropApproved)}</summary>
      <p>{say(approveWords.dropWhy)}</p>
      <Reason id="drop-reason" value={reason} onInput={setReason} />
      <p>
        <SendButton sending={sending} kind="danger" disabled={reason.trim() === ''}>
          {say(approveWords.reject)}
        </SendButton>
      </p>
    </details>
  )
}

/** What was approved and is not on its way: what it waits for, and the way out. */
export const Approved = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const heads = useHeads(alert)
  return (
    <>
      <p class="card">{say(approveWords.approvedWaits, { time: fullTime(version.expiresAtIso) })}</p>
      <InWords alert={alert} version={version} heads={heads} />
      <Reject alert={alert} onDone={onDone} />
    </>
  )
}
