import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'
import { usersWords } from '../../words/users-words.ts'
import type { UserView } from './user-fields.ts'

type Props = { user: UserView; onUser: (user: UserView) => void }

const Disable = ({ user, onUser }: Props) => {
  const say = useWords()
  const [asked, setAsked] = useState(false)
  const sending = useSend(
    () => callApi('POST /v1/users/{userId}/disable', { params: { userId: user.id } }),
    onUser,
  )
  if (!asked) {
    return (
      <button type="button" onClick={() => setAsked(true)}>
        {say(usersWords.disable)}
      </button>
    )
  }
  return (
    <div class="card">
      <p role="status">{say(usersWords.disableWhy, { name: user.name })}</p>
      <div class="chips">
        <SendButton kind="danger" sending={sending}>
          {say(usersWords.disableYes)}
        </SendButton>
        <button type="button" onClick={() => setAsked(false)}>
          {say(formWords.cancel)}
        </button>
      </div>
    </div>
  )
}

const Enable = ({ user, onUser }: Props) => {
  const say = useWords()
  const sending = useSend(
    () => callApi('POST /v1/users/{userId}/enable', { params: { userId: user.id } }),
    onUser,
  )
  return (
    <SendButton kind="usual" sending={sending}>
      {say(usersWords.enable)}
    </SendButton>
  )
}

/** Whether the person may sign in at all: taken away in two presses, given back in one. */
export const Standing = (props: Props) =>
  props.user.status === 'active' ? <Disable {...props} /> : <Enable {...props} />
