import { checkWords } from '../../words/compose-check-words.ts'
import { useWords } from '../../words/language.ts'
import type { Figures } from './use-figures.ts'

/** Whether the button sends it; undefined as long as the API has not said so of the draft as it is now. */
export const goesOutAlone = ({ fresh, view }: Figures): boolean | undefined =>
  fresh && view !== undefined ? !view.needsSecondPerson : undefined

/** Whether the button sends it or hands it on. */
export const WhoDecides = ({ figures }: { figures: Figures }) => {
  const say = useWords()
  const alone = goesOutAlone(figures)
  if (alone === undefined) return <p class="hint">{say(checkWords.decides)}</p>
  return alone ? <p class="card">{say(checkWords.alone)}</p> : <p>{say(checkWords.second)}</p>
}
