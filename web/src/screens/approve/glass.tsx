import { useState } from 'preact/hooks'
import type { CallResult } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { useWords, type Words } from '../../words/language.ts'
import { Reason } from './reason.tsx'

type Props = {
  /** The id of the field for the reason. */
  id: string
  words: Record<'opens' | 'does' | 'press', Words>
  call: (reason: string, idempotencyKey: string) => Promise<CallResult<unknown>>
  onDone: () => void
}

/** What is apart from the usual way, and seen to be: closed until it is opened, red, with a reason and what it does. */
export const Glass = ({ id, words, call, onDone }: Props) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  const sending = useSend((idempotencyKey) => call(reason, idempotencyKey), onDone)
  return (
    <details class="glass">
      <summary>{say(words.opens)}</summary>
      <p>{say(words.does)}</p>
      <Reason id={id} value={reason} onInput={setReason} />
      <p>
        <SendButton sending={sending} kind="danger" disabled={reason.trim() === ''}>
          {say(words.press)}
        </SendButton>
      </p>
    </details>
  )
}
