import type { Sending } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { followUpRefusals } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'

type Props = { sending: Sending; kind: 'primary' | 'danger' | 'usual'; disabled?: boolean; children: string }

/** A button of a later version, with the refusals that these meet in words. */
export const ToldButton = ({ sending, ...button }: Props) => {
  const say = useWords()
  const { failure } = sending
  const problem = failure?.kind === 'problem' ? failure.problem : undefined
  const words = problem === undefined ? undefined : followUpRefusals[problem.code]
  return (
    <>
      {words === undefined || problem === undefined ? null : (
        <div role="alert" class="error">
          <p>{say(words)}</p>
          {problem.errors.length === 0 ? null : (
            <ul>
              {problem.errors.map(({ path, message }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <SendButton {...button} sending={words === undefined ? sending : { ...sending, failure: undefined }} />
    </>
  )
}
