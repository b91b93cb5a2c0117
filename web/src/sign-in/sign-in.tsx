import { useState } from 'preact/hooks'
import { useSignal } from '../signal.ts'
import { Screen } from '../ui/screen.tsx'
import { commonWords } from '../words/common-words.ts'
import { useWords, type Words } from '../words/language.ts'
import { wasEnded } from './session.ts'

/** Where a person begins who is not signed in: one button, and whether this is their own phone. */
export const SignIn = ({ failed }: { failed: boolean }) => {
  const say = useWords()
  const ended = useSignal(wasEnded)
  const [remembered, setRemembered] = useState(true)
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<Words | undefined>(failed ? commonWords.signInFailed : undefined)
  const leave = async (): Promise<void> => {
    setLeaving(true)
    const hindrance = await import('./oauth.ts')
      .then(({ beginSignIn }) => beginSignIn(remembered))
      .catch(() => commonWords.signInFailed)
    setProblem(hindrance)
    setLeaving(hindrance === undefined)
  }
  return (
    <Screen title={say(commonWords.signIn)}>
      <p role={ended ? 'alert' : undefined}>
        {say(ended ? commonWords.sessionEnded : commonWords.signInWhy)}
      </p>
      {problem === undefined ? null : (
        <p role="alert" class="error">
          {say(problem)}
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={remembered}
          onChange={(event) => setRemembered(event.currentTarget.checked)}
        />
        <span>{say(commonWords.rememberDevice)}</span>
      </label>
      <button type="button" class="primary large" disabled={leaving} onClick={() => void leave()}>
        {say(commonWords.signIn)}
      </button>
    </Screen>
  )
}
