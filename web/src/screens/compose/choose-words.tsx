import type { ComponentChildren } from 'preact'
import { ownWords, type Draft, type TemplateView, type Wording } from '../../drafts/draft.ts'
import { useSignal } from '../../signal.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Radios } from '../../ui/radios.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import type { Editing } from './editing.ts'
import { localText } from './local-text.ts'
import { SlotField } from './slot-field.tsx'
import type { KnownTemplates } from './use-templates.ts'

const languages = ['lo', 'en'] as const

/** Texts of one’s own in each language. */
const OwnText = ({ draft, change, faultOf }: Editing) => {
  const say = useWords()
  return (
    <>
      {languages.map((language) => {
        const id = `text-${language}`
        const error = faultOf(id)
        const hint = language === 'lo' ? say(composeWords.braces) : undefined
        return (
          <Field
            key={language}
            id={id}
            label={say(language === 'lo' ? composeWords.textLo : composeWords.textEn)}
            hint={hint}
            error={error}
          >
            <textarea
              id={id}
              lang={language}
              rows={4}
              maxLength={600}
              aria-describedby={describedBy(id, { hint, error })}
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

type TextOf = (draft: Draft, wording: Wording, language: 'lo' | 'en') => string

/** One's own words begin with those of the template that was there. */
const takeUp = (draft: Draft, wording: Wording, chosen: string, textOf: TextOf): Partial<Draft> => ({
  wording: chosen,
  ...(chosen === ownWords && draft.texts.lo + draft.texts.en === '' && wording !== undefined
    ? { texts: { lo: textOf(draft, wording, 'lo'), en: textOf(draft, wording, 'en') } }
    : {}),
})

/** The template is on its way, or cannot be had. */
const TemplateAway = ({ template }: Pick<KnownTemplates, 'template'>) => {
  const say = useWords()
  return template.failure?.kind === 'offline' ? (
    <p class="error">{say(composeWords.templateAway)}</p>
  ) : (
    <LoadedState loaded={template} />
  )
}

type Slot = TemplateView['slots'][number]
type Props = Editing & {
  known: KnownTemplates
  /** What the words are as far as this device can write them. */
  textOf?: TextOf
  /** The field of a slot, where it is not the usual one. */
  fieldOf?: (slot: Slot) => ComponentChildren | undefined
}

/** A template whose slots are filled in, or words of one's own. */
export const ChooseWords = ({ known, textOf = localText, fieldOf, ...editing }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { draft, change, faultOf } = editing
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
          onChoose={(value) => change(takeUp(draft, wording, value, textOf))}
        />
      )}
      {wording === ownWords ? <OwnText {...editing} /> : null}
      {wording === undefined ? <TemplateAway template={template} /> : null}
      {wording === undefined || wording === ownWords
        ? null
        : wording.slots.map(
            (slot) =>
              fieldOf?.(slot) ?? <SlotField key={slot.slot} {...editing} slot={slot} template={wording} />,
          )}
    </>
  )
}
