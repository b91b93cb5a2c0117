import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'

type Props = {
  /** How many rows the next press brings; nothing is shown where there are none. */
  more: number
  showMore: () => void
}

/** The next rows of a long list, of which `useRows` shows the first. */
export const ShowMore = ({ more, showMore }: Props) => {
  const say = useWords()
  if (more <= 0) return null
  return (
    <button type="button" onClick={showMore}>
      {say(commonWords.showMore, { n: more })}
    </button>
  )
}
