import { modeNames } from '../words/alert-words.ts'
import { useWords } from '../words/language.ts'

/** Says of one alert among others that it is a drill; its own screens have the whole banner. */
export const ModeTag = ({ mode }: { mode: 'actual' | 'exercise' | 'test' }) => {
  const say = useWords()
  return mode === 'actual' ? null : <strong class="tag mode">{say(modeNames[mode])}</strong>
}
