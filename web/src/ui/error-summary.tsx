import { useEffect, useRef } from 'preact/hooks'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'

/** A fault of a form: `id` is the control to mend it in. */
export type FormError = { id: string; message: string }

/** Every fault of a form at once, above it, each leading to its control. It takes the focus when it comes. */
export const ErrorSummary = ({ errors }: { errors: readonly FormError[] }) => {
  const say = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} role="alert" class="error" tabIndex={-1}>
      <h2>{say(commonWords.problem)}</h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id + message}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
