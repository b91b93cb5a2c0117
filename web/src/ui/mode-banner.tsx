import { modeNames } from '../words/alert-words.ts'
import { useWords } from '../words/language.ts'

/** Says on every screen of a drill that it is one; an actual alert needs no word. */
export const ModeBanner = ({ mode }: { mode: 'actual' | 'exercise' | 'test' }) => {
  const say = useWords()
  return mode === 'actual' ? null : <p class="drill">{say(modeNames[mode])}</p>
}
