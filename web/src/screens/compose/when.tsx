import { alertModes } from '../../../../shared/domain/alert.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { Radios } from '../../ui/radios.tsx'
import { modeNames } from '../../words/alert-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { useWords } from '../../words/language.ts'
import type { Editing } from './editing.ts'
import { TimeInput } from './time-input.tsx'

const modeHints = {
  actual: composeWords.actualHint,
  exercise: composeWords.exerciseHint,
  test: composeWords.testHint,
} as const

/** Whether it is real, and until when it holds. */
export const When = ({ draft, change, faultOf, locked }: Editing) => {
  const say = useWords()
  const error = faultOf('holds')
  const hint = say(composeWords.holdsHint)
  return (
    <section class="choices">
      <h2>{say(composeWords.when)}</h2>
      {locked ? (
        <p>{say(modeNames[draft.mode])}</p>
      ) : (
        <Radios
          name="mode"
          legend={say(composeWords.mode)}
          options={alertModes.map((value) => ({
            value,
            label: say(modeNames[value]),
            hint: say(modeHints[value]),
          }))}
          chosen={draft.mode}
          onChoose={(mode) => change({ mode })}
        />
      )}
      {locked || draft.mode === 'actual' ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.rehearsal}
            onChange={(event) => change({ rehearsal: event.currentTarget.checked })}
          />
          <span>{say(composeWords.rehearse)}</span>
        </label>
      )}
      <Field id="holds" label={say(composeWords.holds)} hint={hint} error={error}>
        <TimeInput
          id="holds"
          iso={draft.holdsUntilIso ?? ''}
          describedBy={describedBy('holds', { hint, error })}
          onChange={(iso) => change({ holdsUntilIso: iso === '' ? undefined : iso })}
        />
      </Field>
      {locked ? null : (
        <p>
          {say(composeWords.later)} <a href="/schedules/new">{say(composeWords.laterLink)}</a>
        </p>
      )}
    </section>
  )
}
