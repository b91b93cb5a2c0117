import { roles } from '../../../../shared/domain/user.ts'
import { useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'

/** What each role is for, in plain words. */
export const RolesMay = () => {
  const say = useWords()
  return (
    <details>
      <summary>{say(usersWords.rolesMay)}</summary>
      <dl>
        {roles.map((role) => (
          <div key={role}>
            <dt>{say(roleWords[role].name)}</dt>
            <dd>{say(roleWords[role].may)}</dd>
          </div>
        ))}
      </dl>
      <p>{say(usersWords.onlyInAreas)}</p>
    </details>
  )
}
