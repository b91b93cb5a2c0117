import { callApi } from '../../api/call-api.ts'
import { isRefusal } from '../../api/is-refusal.ts'
import { useSend } from '../../api/use-send.ts'
import { keptBack } from '../../drafts/kept-back.ts'
import { useSignal } from '../../signal.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { approveWords } from '../../words/approve-words.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { Refusal } from '../compose/refusal.tsx'
import { useSubmission } from '../compose/use-submission.ts'
import { BreakGlass } from './decide.tsx'
import { InWords } from './in-words.tsx'
import { OnceRead } from './once-read.tsx'
import { rejectAlert } from './reject-alert.ts'
import { useHeads } from './use-heads.ts'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** A draft: what it would send, and the way on. */
export const Draft = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const kept = useSignal(keptBack)
  const heads = useHeads(alert)
  const { sending, answer } = useSubmission(
    (idempotencyKey, answers) =>
      callApi('POST /v1/alerts/{alertId}/submit', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        ifMatch: alert.etag,
        ...(answers === undefined ? {} : { body: answers }),
      }),
    onDone,
  )
  const { failure } = sending
  const earlier = kept?.etag === alert.etag && failure === undefined ? kept.failure : undefined
  const discarding = useSend(
    (idempotencyKey) => rejectAlert(alert, say(followUpWords.discard), idempotencyKey),
    onDone,
  )
  const handsOn = heads.body?.needsSecondPerson
  const isEnding = version.level === 'all-clear'
  const returned = version.history.filter(({ action }) => action === 'return').pop()
  return (
    <>
      <p>{say(approveWords.draft)}</p>
      {earlier === undefined ? null : <Refusal failure={earlier} alertId={undefined} onAnswer={answer} />}
      {returned?.note === undefined ? null : (
        <p class="error">
          {say(approveWords.giveBack)}: {returned.note}
        </p>
      )}
      <InWords alert={alert} version={version} heads={heads} />
      <OnceRead what={alert.etag}>
        {failure === undefined ? null : <Refusal failure={failure} alertId={undefined} onAnswer={answer} />}
        <p>
          <a
            class="button"
            href={isEnding ? `/alerts/${alert.alertId}/all-clear` : `/alerts/new?edit=${alert.alertId}`}
          >
            {say(approveWords.edit)}
          </a>{' '}
          <SendButton sending={{ ...sending, failure: isRefusal(failure) ? undefined : failure }}>
            {say(
              handsOn === undefined ? approveWords.submit : handsOn ? approveWords.handOn : approveWords.send,
            )}
          </SendButton>
        </p>
        <p>
          <SendButton sending={discarding} kind="usual">
            {say(followUpWords.discard)}
          </SendButton>
        </p>
        {isEnding ? null : <BreakGlass alert={alert} onDone={onDone} />}
      </OnceRead>
    </>
  )
}
