import { ownWords, type Wording } from '../../draft.ts'
import { useSignal } from '../../signal.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Radios } from '../../ui/radios.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import type { Editing } from './editing.ts'
import { localText } from './local-text.ts'
import { SlotField } from './slot-field.tsx'
import type { useWording } from './use-wording.ts'

type Known = ReturnType<typeof useWording>

const languages = ['lo', 'en'] as const

/** Texts of one’s own in each language. */
export const OwnText = ({ draft, change, faultOf }: Editing) => {
  const say = useWords()
  const hint = say(composeWords.braces)
  return (
    <>
      {languages.map((language) => {
        const id = `text-${language}`
        const error = faultOf(id)
        return (
          <Field
            key={language}
            id={id}
            label={say(language === 'lo' ? composeWords.textLo : composeWords.textEn)}
            hint={language === 'lo' ? hint : undefined}
            error={error}
          >
            <textarea
              id={id}
              lang={language}
              rows={4}
              maxLength={600}
              aria-describedby={describedBy(id, { hint: language === 'lo' ? hint : undefined, error })}
              value={draft.texts[language]}
              onInput={(event) =>
                change({ texts: { ...draft.texts, [language]: event.currentTarget.value } })
              }
            />
          </Field>
        )
      })}
    </>
  )
}

/** One's own words begin with those of the template that was there. */
const takeUp = (draft: Editing['draft'], wording: Wording, chosen: string): Partial<Editing['draft']> => ({
  wording: chosen,
  ...(chosen === ownWords && draft.texts.lo + draft.texts.en === '' && wording !== undefined
    ? { texts: { lo: localText(draft, wording, 'lo'), en: localText(draft, wording, 'en') } }
    : {}),
})

const Choice = ({ known, ...props }: Editing & { known: Known }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { draft, change, faultOf } = props
  const { fitting, chosen, wording, template } = known
  return (
    <>
      {fitting.length === 0 ? (
        <p>{say(composeWords.noTemplate)}</p>
      ) : (
        <Radios
          name="wording"
          legend={say(composeWords.wording)}
          error={faultOf('wording')}
          options={[
            ...fitting.map(({ id, name }) => ({ value: id, label: name[language] })),
            { value: ownWords, label: say(composeWords.ownWords), hint: say(composeWords.ownWordsHint) },
          ]}
          chosen={chosen}
          onChoose={(value) => change(takeUp(draft, wording, value))}
        />
      )}
      {wording === ownWords ? <OwnText {...props} /> : null}
      {wording === undefined ? (
        template.failure?.kind === 'offline' ? (
          <p class="error">{say(composeWords.templateAway)}</p>
        ) : (
          <LoadedState loaded={template} />
        )
      ) : null}
      {wording === undefined || wording === ownWords
        ? null
        : wording.slots.map((slot) => (
            <SlotField key={slot.slot} {...props} slot={slot} template={wording} />
          ))}
    </>
  )
}

/** What it says: a template whose slots are filled in, or words of one's own. */
export const WordingGroup = ({ known, ...props }: Editing & { known: Known }) => {
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
      {isReady && known.list.body !== undefined ? <Choice {...props} known={known} /> : null}
    </section>
  )
}
