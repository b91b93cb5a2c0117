import type { Sending } from '../api/use-send.ts'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { failureText } from './failure.tsx'

type Props = { sending: Sending; kind?: 'primary' | 'danger' | 'usual'; disabled?: boolean; children: string }

/** A button for something that changes the world, with what became of pressing it: nothing is lost in silence. */
export const SendButton = ({ sending, kind = 'primary', disabled = false, children }: Props) => {
  const say = useWords()
  return (
    <>
      {sending.failure === undefined ? null : (
        <div role="alert" class="error">
          <p>
            {sending.failure.kind === 'offline'
              ? say(commonWords.notSent)
              : failureText(say, sending.failure)}
          </p>
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
        {sending.busy ? say(commonWords.sendingNow) : children}
      </button>
    </>
  )
}
