import { describedBy, Field } from '../../ui/field.tsx'

type Props = {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'date' | 'time' | 'number'
  maxLength?: number
}

const typeOf = (type: Props['type']) =>
  type === 'date'
    ? { type: 'date' as const }
    : type === 'time'
      ? { type: 'time' as const }
      : { type: 'text' as const }

/** A line of the form with its label, hint and fault. Numbers are typed as text: spinning wheels change them unseen. */
export const FormLine = ({ id, label, value, onInput, hint, error, type = 'text', maxLength }: Props) => (
  <Field id={id} label={label} hint={hint} error={error}>
    <input
      id={id}
      class={type === 'text' ? 'wide' : undefined}
      {...typeOf(type)}
      inputMode={type === 'number' ? 'numeric' : undefined}
      maxLength={maxLength}
      autocomplete="off"
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={error !== undefined}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </Field>
)
