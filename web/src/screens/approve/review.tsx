import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { usePersonNames } from '../../names/use-person-names.ts'
import { approveWords } from '../../words/approve-words.ts'
import { useWords } from '../../words/language.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { Reason } from './reason.tsx'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** What another officer thinks of what one did alone. */
export const Review = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const nameOf = usePersonNames(alert.people)
  const [note, setNote] = useState('')
  const send = (outcome: 'justified' | 'not-justified') => (idempotencyKey: string) =>
    callApi('POST /v1/alerts/{alertId}/review', {
      params: { alertId: alert.alertId },
      idempotencyKey,
      body: { outcome, note },
    })
  const justified = useSend(send('justified'), onDone)
  const notJustified = useSend(send('not-justified'), onDone)
  const isEmpty = note.trim() === ''
  return (
    <section>
      <h2>{say(approveWords.review)}</h2>
      <p>
        {say(approveWords.reviewWhy, {
          name: nameOf(version.breakGlass?.by ?? ''),
          reason: version.breakGlass?.reason ?? '',
        })}
      </p>
      <Reason id="review-note" value={note} onInput={setNote} />
      <p>
        <SendButton sending={justified} kind="usual" disabled={isEmpty}>
          {say(approveWords.justified)}
        </SendButton>{' '}
        <SendButton sending={notJustified} kind="usual" disabled={isEmpty}>
          {say(approveWords.notJustified)}
        </SendButton>
      </p>
    </section>
  )
}
