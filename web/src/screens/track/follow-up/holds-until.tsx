import { describedBy, Field } from '../../../ui/field.tsx'
import { composeWords } from '../../../words/compose-words.ts'
import { useWords } from '../../../words/language.ts'
import type { Editing } from '../../compose/editing.ts'
import { TimeInput } from '../../compose/time-input.tsx'

/** Until when it holds; left empty as long as is usual. */
export const HoldsUntil = ({ draft, change, faultOf }: Editing) => {
  const say = useWords()
  const error = faultOf('holds')
  const hint = say(composeWords.holdsHint)
  return (
    <Field id="holds" label={say(composeWords.holds)} hint={hint} error={error}>
      <TimeInput
        id="holds"
        iso={draft.holdsUntilIso ?? ''}
        describedBy={describedBy('holds', { hint, error })}
        onChange={(iso) => change({ holdsUntilIso: iso === '' ? undefined : iso })}
      />
    </Field>
  )
}
