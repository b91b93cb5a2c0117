import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { Screen } from './screen.tsx'

/** An address that names no screen. */
export const NotFound = () => {
  const say = useWords()
  return (
    <Screen title={say(commonWords.notFound)}>
      <p>
        <a href="/">{say(commonWords.home)}</a>
      </p>
    </Screen>
  )
}
