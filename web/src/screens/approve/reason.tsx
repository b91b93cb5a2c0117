import { Field } from '../../ui/field.tsx'
import { approveWords } from '../../words/approve-words.ts'
import { useWords } from '../../words/language.ts'

/** Why somebody decides so, in their words. */
export const Reason = ({
  id,
  value,
  onInput,
}: {
  id: string
  value: string
  onInput: (value: string) => void
}) => {
  const say = useWords()
  return (
    <Field id={id} label={say(approveWords.reason)} hint={say(approveWords.reasonFirst)}>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={2}
        maxLength={500}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  )
}
