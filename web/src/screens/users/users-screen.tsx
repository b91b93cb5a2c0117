import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { usePages } from '../../api/use-pages.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { commonWords } from '../../words/common-words.ts'
import { useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'
import { RolesMay } from './roles-may.tsx'
import { UserFilters, type UserFilter } from './user-filters.tsx'

type Entry = AnswerOf<'GET /v1/users'>['users'][number]

const pageUsers = 50

const UserCard = ({ user }: { user: Entry }) => {
  const say = useWords()
  const person = useSignal(me)
  const nameAreas = useAreaNames(user.areas)
  return (
    <li class="card">
      <h2>
        <a class="tap" href={`/users/${user.id}`}>
          {user.name}
        </a>
        {user.id === person?.id ? <span class="hint"> ({say(usersWords.you)})</span> : null}
      </h2>
      <p>
        {user.roles.length === 0
          ? say(usersWords.noRole)
          : user.roles.map((role) => say(roleWords[role].name)).join(', ')}
        : {nameAreas(user.areas, 4)}
      </p>
      {user.status === 'disabled' ? (
        <p>
          <Tag tone="wrong">{say(usersWords.disabled)}</Tag>
        </p>
      ) : null}
      {user.awaitsSecondAdmin === null ? null : (
        <p>
          <Tag tone="waits">{say(usersWords.awaits)}</Tag>
        </p>
      )}
      {user.hasPhone ? null : <p class="hint">{say(usersWords.noPhone)}</p>}
    </li>
  )
}

const UserList = ({ filter }: { filter: UserFilter }) => {
  const say = useWords()
  const { pages, first, more } = usePages(
    `users ${JSON.stringify(filter)}`,
    (after) =>
      callApi('GET /v1/users', {
        query: { ...filter, limit: pageUsers, ...(after === undefined ? {} : { cursor: after }) },
      }),
    ({ nextCursor }) => nextCursor,
  )
  const users = pages.flatMap((page) => page.users)
  return (
    <>
      <LoadedState loaded={first} />
      {first.body !== undefined && users.length === 0 ? <p role="status">{say(usersWords.none)}</p> : null}
      <ul class="plain-list">
        {users.map((user) => (
          <UserCard key={user.id} user={user} />
        ))}
      </ul>
      {more === undefined ? null : (
        <SendButton kind="usual" sending={more}>
          {say(commonWords.showMore, { n: pageUsers })}
        </SendButton>
      )}
    </>
  )
}

const Users = () => {
  const say = useWords()
  const [filter, setFilter] = useState<UserFilter>({})
  return (
    <>
      <p>
        <a class="button primary" href="/users/new">
          {say(usersWords.invite)}
        </a>
      </p>
      <RolesMay />
      <UserFilters filter={filter} onFilter={setFilter} />
      <UserList filter={filter} />
    </>
  )
}

/** Who may do what in an admin's areas. */
export const UsersScreen = () => {
  const say = useWords()
  return (
    <OnlyWhoMay may="keep-users" title={say(usersWords.title)}>
      <Users />
    </OnlyWhoMay>
  )
}
