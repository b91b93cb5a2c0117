import { useEffect, useRef, useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { accountStopWords } from '../../words/account-stop-words.ts'
import { useWords } from '../../words/language.ts'

type SureProps = { reason: string; onDone: () => void; onBack: () => void }

/** The second step: what was written is read once more, and the way back is as near as the way on. */
const Sure = ({ reason, onDone, onBack }: SureProps) => {
  const say = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const sending = useSend(() => callApi('POST /v1/emergency-stop', { body: { reason } }), onDone)
  return (
    <section class="glass">
      <h2 ref={heading} tabIndex={-1}>
        {say(accountStopWords.sure)}
      </h2>
      <p>{say(accountStopWords.sureWhat)}</p>
      <blockquote>{reason}</blockquote>
      <p>
        <SendButton sending={sending} kind="danger">
          {say(accountStopWords.stopNow)}
        </SendButton>
      </p>
      <p>
        <button type="button" onClick={onBack}>
          {say(accountStopWords.not)}
        </button>
      </p>
    </section>
  )
}

/** Stops every SMS in two steps: a reason first, then a deliberate yes. */
export const Pull = ({ onDone }: { onDone: () => void }) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  const [step, setStep] = useState<'why' | 'missing' | 'sure'>('why')
  const error = step === 'missing' ? say(accountStopWords.reasonMissing) : undefined
  if (step === 'sure') return <Sure reason={reason.trim()} onDone={onDone} onBack={() => setStep('why')} />
  const goOn = (): void => {
    setStep(reason.trim() === '' ? 'missing' : 'sure')
    if (reason.trim() === '') document.getElementById('account-reason')?.focus()
  }
  return (
    <>
      <p>{say(accountStopWords.what)}</p>
      <p>{say(accountStopWords.oneAlert)}</p>
      <Field id="account-reason" label={say(accountStopWords.reason)} error={error}>
        <textarea
          id="account-reason"
          rows={2}
          maxLength={500}
          aria-describedby={describedBy('account-reason', { error })}
          aria-invalid={error !== undefined}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <p>
        <button type="button" class="danger" onClick={goOn}>
          {say(accountStopWords.goOn)}
        </button>
      </p>
    </>
  )
}
