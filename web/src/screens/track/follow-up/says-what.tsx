import { ownWords, type Draft, type Wording } from '../../../drafts/draft.ts'
import { slotsInWords } from '../../../words/slots-in-words.ts'
import { LoadedState } from '../../../ui/loaded-state.tsx'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { useWords } from '../../../words/language.ts'
import { ChooseWords } from '../../compose/choose-words.tsx'
import type { Editing } from '../../compose/editing.ts'
import { localText } from '../../compose/local-text.ts'
import type { KnownTemplates } from '../../compose/use-templates.ts'

/** `number`: the alert's, which its texts name. `shows`: whether the text stands here as far as this device can write it. */
type Props = Editing & { known: KnownTemplates; shows: boolean; number: number }
type TextOf = (draft: Draft, wording: Wording, language: 'lo' | 'en') => string

const Shown = ({ draft, wording, textOf }: { draft: Draft; wording: Wording; textOf: TextOf }) => {
  const say = useWords()
  return (
    <>
      <h2>{say(followUpWords.looksLike)}</h2>
      {(['lo', 'en'] as const).map((language) => (
        <blockquote key={language} lang={language}>
          {slotsInWords(textOf(draft, wording, language), language)}
        </blockquote>
      ))}
    </>
  )
}

/** What a later version says: a template, or words of one's own. */
export const SaysWhat = ({ known, shows, number, ...editing }: Props) => {
  const { draft } = editing
  const { wording } = known
  const textOf: TextOf = (...of) => localText(...of).replace('{number}', String(number))
  if (known.list.body === undefined) return <LoadedState loaded={known.list} />
  return (
    <section class="rows">
      <ChooseWords {...editing} known={known} textOf={textOf} />
      {shows && wording !== undefined && wording !== ownWords ? (
        <Shown draft={draft} wording={wording} textOf={textOf} />
      ) : null}
    </section>
  )
}
