import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { useWords } from '../../words/language.ts'
import { usersWords } from '../../words/users-words.ts'
import { Field } from '../../ui/field.tsx'
import type { UserView } from './user-fields.ts'

/** The API's most; whoever keeps more users than that asks for the rest over the API. */
const limit = 200

type Props = { user: UserView | undefined; chosen: string; onChoose: (personId: string) => void }

/** Whose login this is besides: of two logins of one person neither may approve what the other wrote. */
export const SamePerson = ({ user, chosen, onChoose }: Props) => {
  const say = useWords()
  const loaded = useLoaded('persons', () => callApi('GET /v1/users', { query: { limit } }))
  const persons = new Map<string, string>()
  for (const { id, personId, name } of loaded.body?.users ?? []) {
    const person = personId ?? id
    if (id !== user?.id) persons.set(person, [persons.get(person) ?? [], name].flat().join(', '))
  }
  if (loaded.body === undefined) return <LoadedState loaded={loaded} />
  return (
    <Field id="user-person" label={say(usersWords.samePerson)} hint={say(usersWords.samePersonHint)}>
      <select
        id="user-person"
        class="wide"
        aria-describedby="user-person-hint"
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{say(usersWords.oneLogin)}</option>
        {chosen === '' || persons.has(chosen) ? null : (
          <option value={chosen}>{say(usersWords.somebodyElse)}</option>
        )}
        {[...persons].map(([person, names]) => (
          <option key={person} value={person}>
            {names}
          </option>
        ))}
      </select>
    </Field>
  )
}
