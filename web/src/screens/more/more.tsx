import { signOut } from '../../sign-in/sign-out.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { useWords } from '../../words/language.ts'

/** Where everything is found that one needs less often, and the way out. */
export const More = () => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <Screen title={say(commonWords.more)}>
      <p>{say(commonWords.signedInAs, { name: person?.name ?? '' })}</p>
      <button type="button" onClick={() => void signOut()}>
        {say(commonWords.signOut)}
      </button>
    </Screen>
  )
}
