import { useState } from 'preact/hooks'
import { Field } from '../../ui/field.tsx'
import { formWords } from '../../words/form-words.ts'
import { areaWords } from '../../words/compose-area-words.ts'
import { useWords } from '../../words/language.ts'
import { mayWarn, withAreas } from './own-areas.ts'
import { keepReaches, readReaches, withReach, type Reach } from './saved-reaches.ts'
import type { Editing } from './editing.ts'

/** Times and water levels are of one day: a reach keeps only names. */
const lastingSlots: readonly string[] = ['river', 'place', 'dam']

const namesOf = (slots: Reach['slots']): Reach['slots'] =>
  Object.fromEntries(Object.entries(slots).filter(([slot]) => lastingSlots.includes(slot)))

type Stored = { reaches: readonly Reach[]; keep: (next: Reach[]) => void }

const Save = ({ draft, reaches, keep }: Stored & Pick<Editing, 'draft'>) => {
  const say = useWords()
  const [name, setName] = useState('')
  const save = (): void => {
    keep(withReach(reaches, { name: name.trim(), areas: draft.areas, slots: namesOf(draft.slots) }))
    setName('')
  }
  return (
    <details>
      <summary>{say(areaWords.saveReach)}</summary>
      <Field id="reach-name" label={say(areaWords.reachName)}>
        <input
          id="reach-name"
          class="wide"
          maxLength={60}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <p>
        <button type="button" disabled={name.trim() === ''} onClick={save}>
          {say(formWords.save)}
        </button>
      </p>
    </details>
  )
}

const Manage = ({ reaches, keep }: Stored) => {
  const say = useWords()
  return (
    <details>
      <summary>{say(areaWords.manageReaches)}</summary>
      {reaches.map((reach, at) => (
        <p key={at} class="field">
          <label for={`reach-${at}`}>{say(areaWords.nameOf, { name: reach.name })}</label>
          <input
            id={`reach-${at}`}
            class="wide"
            maxLength={60}
            value={reach.name}
            onChange={({ currentTarget: { value } }) => {
              const others = reaches.filter((one) => one !== reach)
              keep(withReach(others, { ...reach, name: value.trim() || reach.name }))
            }}
          />
          <button type="button" onClick={() => keep(reaches.filter((one) => one !== reach))}>
            {say(areaWords.remove, { name: reach.name })}
          </button>
        </p>
      ))}
    </details>
  )
}

/** Stretches of river that the device remembers: one tap takes the areas, and the river's and gauge's names. */
export const Reaches = ({
  draft,
  change,
  own,
  onTaken,
}: Editing & { own: readonly string[]; onTaken: () => void }) => {
  const say = useWords()
  const [reaches, setReaches] = useState(readReaches)
  const keep = (next: Reach[]): void => {
    keepReaches(next)
    setReaches(next)
  }
  const usable = reaches.filter(({ areas }) => areas.every((code) => mayWarn(own, code)))
  return (
    <>
      {usable.length === 0 ? null : (
        <>
          <h3>{say(areaWords.reaches)}</h3>
          <ul class="chips">
            {usable.map((reach) => (
              <li key={reach.name}>
                <button
                  type="button"
                  onClick={() => {
                    onTaken()
                    change({
                      areas: withAreas(draft.areas, reach.areas),
                      slots: { ...draft.slots, ...reach.slots },
                    })
                  }}
                >
                  {reach.name}
                </button>
              </li>
            ))}
          </ul>
          <Manage reaches={reaches} keep={keep} />
        </>
      )}
      {draft.areas.length === 0 ? null : <Save draft={draft} reaches={reaches} keep={keep} />}
    </>
  )
}
