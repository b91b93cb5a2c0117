import { useState } from 'preact/hooks'
import { Screen } from '../ui/screen.tsx'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'

/** Where a person begins who is not signed in: one button, and whether this is their own phone. */
export const SignIn = ({ failed }: { failed: boolean }) => {
  const say = useWords()
  const [remembered, setRemembered] = useState(true)
  const [state, setState] = useState<'ready' | 'leaving' | 'failed'>(failed ? 'failed' : 'ready')
  const leave = (): void => {
    setState('leaving')
    import('./oauth.ts')
      .then(({ beginSignIn }) => beginSignIn(location.pathname, remembered))
      .catch(() => setState('failed'))
  }
  return (
    <Screen title={say(commonWords.signIn)}>
      <p>{say(commonWords.signInWhy)}</p>
      {state === 'failed' && (
        <p role="alert" class="error">
          {say(commonWords.signInFailed)}
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
      <button type="button" class="primary" disabled={state === 'leaving'} onClick={leave}>
        {say(commonWords.signIn)}
      </button>
    </Screen>
  )
}
