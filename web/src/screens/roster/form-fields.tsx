import type { Words } from '../../words/language.ts'
import { useWords } from '../../words/language.ts'
import { describedBy, Field } from '../../ui/field.tsx'

type TextProps = {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'tel' | 'date'
  inputMode?: 'numeric' | 'decimal'
  language?: 'lo' | 'en'
  maxLength?: number
}

/** A line of text with its label, hint and fault. */
export const TextField = (props: TextProps) => {
  const { id, label, value, onInput, hint, error, type = 'text', inputMode, language, maxLength } = props
  const shared = {
    id,
    class: 'wide',
    lang: language,
    inputMode,
    maxLength,
    autocomplete: 'off',
    'aria-describedby': describedBy(id, { hint, error }),
    'aria-invalid': error !== undefined,
    value,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {type === 'date' ? <input type="date" {...shared} /> : null}
      {type === 'tel' ? <input type="tel" {...shared} /> : null}
      {type === 'text' ? <input type="text" {...shared} /> : null}
    </Field>
  )
}

type ChoiceProps<Value extends string> = {
  id: string
  label: string
  choices: Readonly<Partial<Record<Value, Words>>>
  value: Value
  onChoose: (value: Value) => void
}

/** A choice of a few known values. */
export const ChoiceField = <Value extends string>({
  id,
  label,
  choices,
  value,
  onChoose,
}: ChoiceProps<Value>) => {
  const say = useWords()
  const known = Object.keys(choices).filter((key): key is Value => key in choices)
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        class="wide"
        value={value}
        onChange={(event) => {
          const chosen = known.find((key) => key === event.currentTarget.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {known.map((key) => {
          const words = choices[key]
          return words === undefined ? null : (
            <option key={key} value={key}>
              {say(words)}
            </option>
          )
        })}
      </select>
    </Field>
  )
}
