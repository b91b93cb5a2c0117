import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { approveWords } from '../../words/approve-words.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { BreakGlass } from './decide.tsx'
import { InWords } from './in-words.tsx'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** A draft: what it would send, and the way on. */
export const Draft = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/submit', { params: { alertId: alert.alertId }, idempotencyKey }),
    onDone,
  )
  const discarding = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/reject', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: { reason: say(followUpWords.discard) },
      }),
    onDone,
  )
  const isEnding = version.level === 'all-clear'
  const returned = version.history.filter(({ action }) => action === 'return').pop()
  return (
    <>
      <p>{say(approveWords.draft)}</p>
      {returned?.note === undefined ? null : (
        <p class="error">
          {say(approveWords.giveBack)}: {returned.note}
        </p>
      )}
      <InWords alert={alert} version={version} />
      <p>
        <a
          class="button"
          href={isEnding ? `/alerts/${alert.alertId}/all-clear` : `/alerts/new?edit=${alert.alertId}`}
        >
          {say(approveWords.edit)}
        </a>{' '}
        <SendButton sending={sending}>{say(approveWords.submit)}</SendButton>
      </p>
      <p>
        <SendButton sending={discarding} kind="usual">
          {say(followUpWords.discard)}
        </SendButton>
      </p>
      {isEnding ? null : <BreakGlass alert={alert} onDone={onDone} />}
    </>
  )
}
