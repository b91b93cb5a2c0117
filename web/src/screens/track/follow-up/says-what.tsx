import { ownWords, type Draft, type Wording } from '../../../draft.ts'
import { useSignal } from '../../../signal.ts'
import { LoadedState } from '../../../ui/loaded-state.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { composeWords } from '../../../words/compose-words.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { chosenLanguage, useWords } from '../../../words/language.ts'
import type { Editing } from '../../compose/editing.ts'
import { localText } from '../../compose/local-text.ts'
import { SlotField } from '../../compose/slot-field.tsx'
import { OwnText } from '../../compose/wording.tsx'
import type { useEndingWords } from './use-ending-words.ts'

/** `number`: the alert's, which its texts name. `shows`: whether the text stands here as far as this device can write it. */
type Props = Editing & { known: ReturnType<typeof useEndingWords>; shows: boolean; number: number }

const textOf = (draft: Draft, wording: Wording, language: 'lo' | 'en', number: number): string =>
  localText(draft, wording, language).replace('{number}', String(number))

/** One's own words begin with those of the template that was there. */
const takeUp = (draft: Draft, wording: Wording, number: number, chosen: string): Partial<Draft> => ({
  wording: chosen,
  ...(chosen === ownWords && draft.texts.lo + draft.texts.en === ''
    ? { texts: { lo: textOf(draft, wording, 'lo', number), en: textOf(draft, wording, 'en', number) } }
    : {}),
})

const Shown = ({ draft, wording, number }: { draft: Draft; wording: Wording; number: number }) => {
  const say = useWords()
  return (
    <>
      <h2>{say(followUpWords.looksLike)}</h2>
      {(['lo', 'en'] as const).map((language) => (
        <blockquote key={language} lang={language}>
          {textOf(draft, wording, language, number)}
        </blockquote>
      ))}
    </>
  )
}

/** What a later version says: a template, or words of one's own. */
export const SaysWhat = ({ known, shows, number, ...editing }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { draft, change } = editing
  const { fitting, chosen, wording } = known
  if (known.list.body === undefined) return <LoadedState loaded={known.list} />
  return (
    <section class="rows">
      <Radios
        name="wording"
        legend={say(composeWords.wording)}
        options={[
          ...fitting.map(({ id, name }) => ({ value: id, label: name[language] })),
          { value: ownWords, label: say(composeWords.ownWords), hint: say(composeWords.ownWordsHint) },
        ]}
        chosen={chosen}
        onChoose={(value) => change(takeUp(draft, wording, number, value))}
      />
      {wording === undefined ? <LoadedState loaded={known.template} /> : null}
      {wording === ownWords ? <OwnText {...editing} /> : null}
      {wording === undefined || wording === ownWords ? null : (
        <>
          {wording.slots.map((slot) => (
            <SlotField key={slot.slot} {...editing} slot={slot} template={wording} />
          ))}
          {shows ? <Shown draft={draft} wording={wording} number={number} /> : null}
        </>
      )}
    </section>
  )
}
