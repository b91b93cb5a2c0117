import { entryOf, type SlotEntry, type TemplateView } from '../../drafts/draft.ts'
import { useSignal } from '../../signal.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import type { Editing } from './editing.ts'
import { slotName } from './find-faults.ts'
import { TimeInput } from './time-input.tsx'

type Slot = TemplateView['slots'][number]
type NamedProps = {
  id: string
  list: TemplateView['rivers']
  entry: SlotEntry
  describedBy: string | undefined
  onChange: (entry: SlotEntry) => void
}

const asText = (entry: SlotEntry): string => (typeof entry === 'string' ? entry : '')

/** Stands in the list for a name that is not in it. */
const otherName = 'other-name'

const Pair = ({
  id,
  entry,
  onChange,
}: Pick<NamedProps, 'id' | 'onChange'> & { entry: { lo: string; en: string } }) => {
  const say = useWords()
  return (
    <>
      {(['lo', 'en'] as const).map((language) => (
        <p key={language} class="field">
          <label for={`${id}-${language}`}>
            {say(language === 'lo' ? composeWords.nameLo : composeWords.nameEn)}
          </label>
          <input
            id={`${id}-${language}`}
            class="wide"
            lang={language}
            maxLength={30}
            value={entry[language]}
            onInput={(event) => onChange({ ...entry, [language]: event.currentTarget.value })}
          />
        </p>
      ))}
    </>
  )
}

/** A river or place of the list, or another by its name in both languages. */
const Named = ({ id, list, entry, describedBy: described, onChange }: NamedProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  return (
    <>
      <select
        id={id}
        class="wide"
        aria-describedby={described}
        value={typeof entry === 'string' ? entry : otherName}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === otherName ? { lo: '', en: '' } : value)
        }
      >
        <option value="">{say(composeWords.choose)}</option>
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name[language]}
          </option>
        ))}
        <option value={otherName}>{say(composeWords.otherName)}</option>
      </select>
      {typeof entry === 'string' ? null : <Pair id={id} entry={entry} onChange={onChange} />}
    </>
  )
}

/** What an officer fills into a template: its own words stay as they are. */
export const SlotField = ({
  slot,
  template,
  draft,
  change,
  faultOf,
}: Editing & { slot: Slot; template: TemplateView }) => {
  const say = useWords()
  const id = `slot-${slot.slot}`
  const error = faultOf(id)
  const entry = entryOf(draft, slot)
  const described = describedBy(id, { error })
  const onChange = (next: SlotEntry): void => change({ slots: { ...draft.slots, [slot.slot]: next } })
  return (
    <Field id={id} label={slotName(say, slot.slot)} error={error}>
      {slot.type === 'river' || slot.type === 'place' ? (
        <Named
          id={id}
          list={slot.type === 'river' ? template.rivers : template.places}
          entry={entry}
          describedBy={described}
          onChange={onChange}
        />
      ) : slot.type === 'time' ? (
        <TimeInput id={id} iso={asText(entry)} describedBy={described} onChange={onChange} />
      ) : (
        <input
          id={id}
          class="wide"
          inputMode="decimal"
          autocomplete="off"
          aria-describedby={described}
          value={asText(entry)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
