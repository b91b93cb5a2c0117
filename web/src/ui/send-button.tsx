import type { CallFailure } from '../api/call-api.ts'
import type { Sending } from '../api/use-send.ts'
import { formWords } from '../words/form-words.ts'
import { useWords, type Say, type Words } from '../words/language.ts'
import { failureText } from './failure.tsx'

type Props = {
  sending: Sending
  kind?: 'primary' | 'danger' | 'usual'
  disabled?: boolean
  /** By code: what a screen can say of a refusal that the API cannot know, like what stands in the form. */
  says?: Readonly<Partial<Record<string, Words>>>
  children: string
}

const textOf = (say: Say, failure: CallFailure, says: NonNullable<Props['says']>): string => {
  if (failure.kind === 'offline') return say(formWords.notSent)
  const words = failure.kind === 'problem' ? says[failure.problem.code] : undefined
  return words === undefined ? failureText(say, failure) : say(words)
}

/** A button for something that changes the world, with what became of pressing it: nothing is lost in silence. */
export const SendButton = ({ sending, kind = 'primary', disabled = false, says = {}, children }: Props) => {
  const say = useWords()
  return (
    <>
      {sending.failure === undefined ? null : (
        <div role="alert" class="error">
          <p>{textOf(say, sending.failure, says)}</p>
          {sending.failure.kind === 'problem' && sending.failure.problem.errors.length > 0 ? (
            <ul>
              {sending.failure.problem.errors.map(({ path, message }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
      <button
        type="button"
        class={kind === 'usual' ? undefined : kind}
        disabled={disabled}
        aria-busy={sending.busy}
        onClick={() => void sending.send()}
      >
        {sending.busy ? say(formWords.sendingNow) : children}
      </button>
    </>
  )
}
