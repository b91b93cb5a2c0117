import { newerConsole } from '../newer-console.ts'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { Screen } from './screen.tsx'

/** What stands in a screen's place where it cannot be shown: another try, and a way that leads elsewhere. */
export const NoScreen = ({ retry }: { retry: () => void }) => {
  const say = useWords()
  return (
    <Screen title={say(commonWords.failed)}>
      <div role="alert" class="error">
        <p>{say(commonWords.notShown)}</p>
        <button type="button" onClick={retry}>
          {say(commonWords.tryAgain)}
        </button>
      </div>
      <p>
        <a class="tap" href="/">
          {say(commonWords.home)}
        </a>
      </p>
    </Screen>
  )
}

/** The page anew, by the newer console where one waits: then this one's files may be gone. */
const loadAnew = (): void => {
  const newer = newerConsole.get()
  if (newer === undefined) location.reload()
  else newer.take()
}

/** A screen that could not be fetched: without a network, or since a newer console took its place. */
export const NotLoaded = () => <NoScreen retry={loadAnew} />
