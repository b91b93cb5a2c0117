import { Screen } from '../../ui/screen.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { useWords } from '../../words/language.ts'

type Props = { title: string; isThere: boolean; onGoOn: () => void; onNew: () => void }

/** The draft was changed, sent or thrown away in another tab: two that write it would send it twice. */
export const Elsewhere = ({ title, isThere, onGoOn, onNew }: Props) => {
  const say = useWords()
  return (
    <Screen title={title}>
      <p role="alert" class="error">
        {say(isThere ? composeWords.elsewhere : composeWords.sentElsewhere)}
      </p>
      <p>
        <button type="button" onClick={isThere ? onGoOn : onNew}>
          {say(isThere ? composeWords.goOnHere : composeWords.beginAnew)}
        </button>
      </p>
      {isThere ? null : (
        <p>
          <a class="tap" href="/alerts">
            {say(composeWords.seeAlerts)}
          </a>
        </p>
      )}
    </Screen>
  )
}
