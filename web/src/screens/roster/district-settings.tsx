import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { Field } from '../../ui/field.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'

type Area = AnswerOf<'GET /v1/areas'>['areas'][number]
type Props = { area: Area; onSaved: () => void }

const Expected = ({ area, onSaved }: Props) => {
  const say = useWords()
  const [text, setText] = useState(String(area.villagesExpected ?? ''))
  const [saved, setSaved] = useState(false)
  const sending = useSend(
    () =>
      callApi('PATCH /v1/areas/{district}', {
        params: { district: area.code },
        body: { villagesExpected: Number(text) },
      }),
    () => {
      setSaved(true)
      onSaved()
    },
  )
  return (
    <>
      <Field id="expected" label={say(manageWords.expected)}>
        <input
          id="expected"
          inputMode="numeric"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setSaved(false)
          }}
        />
      </Field>{' '}
      <SendButton kind="usual" sending={sending} disabled={!/^\d{1,4}$/.test(text)}>
        {`${say(formWords.save)}: ${say(manageWords.expected)}`}
      </SendButton>
      <p role="status">{saved ? say(formWords.saved) : null}</p>
    </>
  )
}

const DeskPhone = ({ area, onSaved }: Props) => {
  const say = useWords()
  const [phone, setPhone] = useState(area.deskPhone ?? '')
  const [saved, setSaved] = useState(false)
  const sending = useSend(
    () => callApi('PUT /v1/areas/{district}/desk', { params: { district: area.code }, body: { phone } }),
    () => {
      setSaved(true)
      onSaved()
    },
  )
  return (
    <>
      <Field id="desk" label={say(manageWords.deskPhone)} hint={say(manageWords.deskHint)}>
        <input
          id="desk"
          type="tel"
          aria-describedby="desk-hint"
          value={phone}
          onInput={(event) => {
            setPhone(event.currentTarget.value)
            setSaved(false)
          }}
        />
      </Field>{' '}
      <SendButton kind="usual" sending={sending} disabled={phone.trim() === ''}>
        {`${say(formWords.save)}: ${say(manageWords.deskPhone)}`}
      </SendButton>
      <p role="status">{saved ? say(formWords.saved) : null}</p>
    </>
  )
}

/** What an admin says of a district: how many villages it should have, and its desk's number. */
export const DistrictSettings = (props: Props) => (
  <>
    <Expected {...props} />
    <DeskPhone {...props} />
  </>
)
