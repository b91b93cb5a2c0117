import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useSend } from '../../api/use-send.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'
import type { UserView } from './user-fields.ts'

type Props = { user: UserView; onUser: (user: UserView) => void }

const Answers = ({ user, requestId, isOwn, onUser }: Props & { requestId: string; isOwn: boolean }) => {
  const say = useWords()
  const call = { params: { userId: user.id }, body: { requestId } }
  const confirm = useSend(() => callApi('POST /v1/users/{userId}/confirm', call), onUser)
  const refuse = useSend(() => callApi('POST /v1/users/{userId}/refuse', call), onUser)
  return (
    <div class="chips">
      {isOwn ? null : <SendButton sending={confirm}>{say(usersWords.confirm)}</SendButton>}
      <SendButton kind="usual" sending={refuse}>
        {say(isOwn ? usersWords.takeBack : usersWords.refuse)}
      </SendButton>
    </div>
  )
}

/** Rights that were asked for and wait for a second admin, who answers here; who asked can take it back. */
export const WaitingRequest = ({ user, onUser }: Props) => {
  const say = useWords()
  const person = useSignal(me)
  const request = user.awaitsSecondAdmin
  const nameAreas = useAreaNames(request?.areas ?? [])
  if (request === null) return null
  const isOwn = request.by === person?.id
  return (
    <section class="card">
      <h2>{say(usersWords.awaits)}</h2>
      <p>
        {say(usersWords.wanted, {
          roles: request.roles.map((role) => say(roleWords[role].name)).join(', '),
          areas: nameAreas(request.areas),
        })}
      </p>
      <p>
        {say(usersWords.askedAt, { time: fullTime(request.atIso), until: fullTime(request.expiresAtIso) })}{' '}
        {say(isOwn ? usersWords.askedByYou : usersWords.twoAdmins)}
      </p>
      {user.id === person?.id ? null : (
        <Answers user={user} requestId={request.requestId} isOwn={isOwn} onUser={onUser} />
      )}
    </section>
  )
}
