import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { isSamePerson } from '../../../../shared/domain/user.ts'
import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { me, type Me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formWords } from '../../words/form-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'
import { maskPhone, readablePhone } from '../roster/mask-phone.ts'
import { mustReadAnew } from './must-read-anew.ts'
import { Standing } from './standing.tsx'
import { toUserFields, toUserPatch, type UserView } from './user-fields.ts'
import { UserForm } from './user-form.tsx'
import { WaitingRequest } from './waiting-request.tsx'

const isOneself = (user: UserView, person: Me | undefined): boolean =>
  person !== undefined &&
  isSamePerson(
    { id: user.id, personId: user.personId ?? undefined },
    { id: person.id, personId: person.personId ?? undefined },
  )

const Phone = ({ phone }: { phone: string }) => {
  const say = useWords()
  const [shown, setShown] = useState(false)
  return shown ? (
    <a class="tap" href={`tel:${phone}`}>
      {readablePhone(phone)}
    </a>
  ) : (
    <>
      {maskPhone(phone)}{' '}
      <button type="button" onClick={() => setShown(true)}>
        {say(usersWords.showNumber)}
      </button>
    </>
  )
}

const Facts = ({ user }: { user: UserView }) => {
  const say = useWords()
  const nameAreas = useAreaNames(user.areas)
  return (
    <dl class="facts">
      <div>
        <dt>{say(usersWords.roles)}</dt>
        <dd>
          {user.roles.length === 0
            ? say(usersWords.noRole)
            : user.roles
                .map((role) => `${say(roleWords[role].name)}: ${say(roleWords[role].may)}`)
                .join('\n')}
        </dd>
      </div>
      <div>
        <dt>{say(usersWords.areas)}</dt>
        <dd>{nameAreas(user.areas)}</dd>
      </div>
      <div>
        <dt>{say(usersWords.status)}</dt>
        <dd>
          {user.status === 'active' ? (
            say(usersWords.active)
          ) : (
            <Tag tone="wrong">{say(usersWords.disabled)}</Tag>
          )}
        </dd>
      </div>
      <div>
        <dt>{say(usersWords.phone)}</dt>
        <dd>{user.phone === null ? say(usersWords.noNumber) : <Phone phone={user.phone} />}</dd>
      </div>
      <div>
        <dt>{say(usersWords.language)}</dt>
        <dd>{say(user.language === 'en' ? usersWords.english : usersWords.lao)}</dd>
      </div>
      <div>
        <dt>{say(usersWords.ceiling)}</dt>
        <dd>{wholeNumber(user.recipientsPerHour)}</dd>
      </div>
    </dl>
  )
}

type EditProps = {
  user: UserView
  rights: boolean
  onUser: (user: UserView) => void
  onCancel: () => void
  readAnew: () => void
}

const Edit = ({ user, rights, onUser, onCancel, readAnew }: EditProps) => {
  const say = useWords()
  const [typed, setTyped] = useState<Partial<ReturnType<typeof toUserFields>>>({})
  const fields = { ...toUserFields(user), ...typed }
  const sending = useSend(
    () =>
      callApi('PATCH /v1/users/{userId}', {
        params: { userId: user.id },
        body: toUserPatch(fields, user),
        ifMatch: user.etag,
      }),
    onUser,
  )
  // Their edit has come once the user is another one than when it was asked for.
  const [asked, setAsked] = useState<{ failure: unknown; etag: string } | undefined>(undefined)
  const wasRead = asked !== undefined && asked.failure === sending.failure && asked.etag !== user.etag
  const shown = wasRead ? { ...sending, failure: undefined } : sending
  const isUnchanged = Object.keys(toUserPatch(fields, user)).length === 0
  const send = async (): Promise<boolean> => {
    if (!isUnchanged) return sending.send()
    onCancel()
    return true
  }
  return (
    <section class="card">
      <UserForm
        user={user}
        fields={fields}
        rights={rights}
        sending={{ ...shown, send }}
        onFields={(part) => setTyped((before) => ({ ...before, ...part }))}
        onCancel={onCancel}
      >
        {say(formWords.save)}
      </UserForm>
      <p role="status">{wasRead ? say(usersWords.wasRead) : null}</p>
      {mustReadAnew(shown) ? (
        <button
          type="button"
          onClick={() => {
            setAsked({ failure: sending.failure, etag: user.etag })
            readAnew()
          }}
        >
          {say(usersWords.readAnew)}
        </button>
      ) : null}
    </section>
  )
}

const OneUser = ({ user, onUser, readAnew }: Pick<EditProps, 'user' | 'onUser' | 'readAnew'>) => {
  const say = useWords()
  const person = useSignal(me)
  const [editing, setEditing] = useState(false)
  const own = isOneself(user, person)
  if (editing) {
    return (
      <Edit
        user={user}
        rights={!own}
        onUser={(saved) => {
          setEditing(false)
          onUser(saved)
        }}
        onCancel={() => setEditing(false)}
        readAnew={readAnew}
      />
    )
  }
  return (
    <>
      <WaitingRequest user={user} onUser={onUser} />
      {own ? <p class="card">{say(usersWords.ownRights)}</p> : null}
      <Facts user={user} />
      <div class="chips">
        <button type="button" class="primary" onClick={() => setEditing(true)}>
          {say(usersWords.edit)}
        </button>
        {own ? null : <Standing key={user.status} user={user} onUser={onUser} />}
      </div>
    </>
  )
}

const Found = ({ userId, onName }: { userId: string; onName: (name: string) => void }) => {
  const say = useWords()
  const loaded = useLoaded(`user ${userId}`, () => callApi('GET /v1/users/{userId}', { params: { userId } }))
  const [changed, setChanged] = useState<UserView | undefined>(undefined)
  useEffect(() => setChanged(undefined), [loaded.body])
  const user = changed ?? loaded.body
  useEffect(() => {
    if (user !== undefined) onName(user.name)
  }, [user?.name])
  return (
    <>
      <p>
        <a class="tap" href="/users">
          ← {say(usersWords.title)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      <p role="status">{changed === undefined ? null : say(formWords.saved)}</p>
      {user === undefined ? null : <OneUser user={user} onUser={setChanged} readAnew={loaded.reload} />}
    </>
  )
}

/** One user: what they may do, what waits for a second admin, and what may be changed of them. */
export const UserScreen = () => {
  const say = useWords()
  const { userId = '' } = useRoute().params
  const [name, setName] = useState<string | undefined>(undefined)
  return (
    <OnlyWhoMay may="keep-users" title={name ?? say(usersWords.title)}>
      <Found key={userId} userId={userId} onName={setName} />
    </OnlyWhoMay>
  )
}
