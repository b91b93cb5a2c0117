import { LoadedState } from '../../ui/loaded-state.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { useWords } from '../../words/language.ts'
import { ChooseWords } from './choose-words.tsx'
import type { Editing } from './editing.ts'
import type { KnownTemplates } from './use-templates.ts'

/** What it says: a template whose slots are filled in, or words of one's own. */
export const WordingGroup = ({ known, ...props }: Editing & { known: KnownTemplates }) => {
  const say = useWords()
  const { draft } = props
  const isReady = draft.hazard !== undefined && draft.level !== undefined
  return (
    <section class="choices">
      <h2 id="words" tabIndex={-1}>
        {say(composeWords.words)}
      </h2>
      {isReady ? null : <p class="hint">{say(composeWords.first)}</p>}
      {isReady && known.list.body === undefined ? <LoadedState loaded={known.list} /> : null}
      {isReady && known.list.body !== undefined ? <ChooseWords {...props} known={known} /> : null}
    </section>
  )
}
