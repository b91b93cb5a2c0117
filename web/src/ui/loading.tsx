import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'

/** Said while something is loaded that the screen cannot do without. */
export const Loading = () => {
  const say = useWords()
  return (
    <p role="status" class="loading">
      {say(commonWords.loading)}
    </p>
  )
}
