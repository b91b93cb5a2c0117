import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { useWords } from '../../words/language.ts'
import { usersWords } from '../../words/users-words.ts'
import { toInvitation, toUserFields, type UserView } from './user-fields.ts'
import { UserForm } from './user-form.tsx'

const Invited = ({ user }: { user: UserView }) => {
  const say = useWords()
  return (
    <>
      <p role="status" class="card">
        {say(usersWords.invited, { name: user.name })}
        {user.awaitsSecondAdmin === null ? null : ` ${say(usersWords.twoAdmins)}`}
      </p>
      <p>
        <a class="button" href={`/users/${user.id}`}>
          {say(usersWords.openUser, { name: user.name })}
        </a>
      </p>
    </>
  )
}

const Invitation = () => {
  const say = useWords()
  const [fields, setFields] = useState(() => toUserFields(undefined))
  const [invited, setInvited] = useState<UserView | undefined>(undefined)
  const sending = useSend(
    (idempotencyKey) => callApi('POST /v1/users', { body: toInvitation(fields), idempotencyKey }),
    setInvited,
  )
  if (invited !== undefined) return <Invited user={invited} />
  return (
    <UserForm
      user={undefined}
      fields={fields}
      rights
      sending={sending}
      onFields={(part) => setFields((before) => ({ ...before, ...part }))}
    >
      {say(usersWords.invite)}
    </UserForm>
  )
}

/** Somebody new: who they are, what they may do and where. */
export const NewUser = () => {
  const say = useWords()
  return (
    <OnlyWhoMay may="keep-users" title={say(usersWords.invite)}>
      <Invitation />
    </OnlyWhoMay>
  )
}
