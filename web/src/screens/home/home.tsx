import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { useWords } from '../../words/language.ts'

/** What a tired officer sees first. */
export const Home = () => {
  const say = useWords()
  return <Screen title={say(commonWords.home)}>{null}</Screen>
}
