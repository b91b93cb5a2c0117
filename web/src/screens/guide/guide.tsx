import { useSignal } from '../../signal.ts'
import { later } from '../../ui/later.tsx'
import { Screen } from '../../ui/screen.tsx'
import { guideWords } from '../../words/guide-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { GuideText } from './guide-text.tsx'

const guides = {
  lo: later(() =>
    import('../../../../docs/officers-guide.lo.md').then(({ guide }) => () => <GuideText blocks={guide} />),
  ),
  en: later(() =>
    import('../../../../docs/officers-guide.md').then(({ guide }) => () => <GuideText blocks={guide} />),
  ),
}

/** The officer's guide, in the language of the device; kept on it once it was opened. */
export const Guide = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const Text = guides[language]
  return (
    <Screen title={say(guideWords.title)}>
      <Text key={language} />
    </Screen>
  )
}
