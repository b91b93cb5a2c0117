import { useState } from 'preact/hooks'
import { roles } from '../../../../shared/domain/user.ts'
import type { Sending } from '../../api/use-send.ts'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { formWords } from '../../words/form-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'
import { ChoiceField, TextField } from '../roster/form-fields.tsx'
import { AreaPicker } from './area-picker.tsx'
import { SamePerson } from './same-person.tsx'
import { findUserFaults, type UserFault, type UserFields, type UserView } from './user-fields.ts'

const faultWords: Readonly<Record<UserFault, { lo: string; en: string }>> = {
  name: usersWords.needName,
  email: usersWords.needEmail,
  roles: usersWords.needRole,
  areas: usersWords.needArea,
  ceiling: usersWords.needNumber,
}
const controlOf: Readonly<Record<UserFault, string>> = {
  name: 'user-name',
  email: 'user-email',
  roles: 'user-role-viewer',
  areas: 'area-province',
  ceiling: 'user-ceiling',
}

type RightsProps = {
  fields: UserFields
  faults: readonly UserFault[]
  onFields: (part: Partial<UserFields>) => void
}

const Rights = ({ fields, faults, onFields }: RightsProps) => {
  const say = useWords()
  const errorOf = (fault: UserFault): string | undefined =>
    faults.includes(fault) ? say(faultWords[fault]) : undefined
  return (
    <>
      <fieldset class={faults.includes('roles') ? 'error' : undefined}>
        <legend>{say(usersWords.roles)}</legend>
        {faults.includes('roles') ? <p>{errorOf('roles')}</p> : null}
        {roles.map((role) => (
          <label key={role} class="check">
            <input
              id={`user-role-${role}`}
              type="checkbox"
              checked={fields.roles.includes(role)}
              onChange={(event) => {
                const others = fields.roles.filter((one) => one !== role)
                onFields({ roles: event.currentTarget.checked ? [...others, role] : others })
              }}
            />
            <span>
              <b>{say(roleWords[role].name)}</b>: {say(roleWords[role].may)}
            </span>
          </label>
        ))}
        {fields.roles.includes('admin') ? <p class="hint">{say(usersWords.twoAdmins)}</p> : null}
      </fieldset>
      <AreaPicker chosen={fields.areas} error={errorOf('areas')} onChange={(areas) => onFields({ areas })} />
    </>
  )
}

type Props = {
  /** Undefined where somebody is invited. */
  user: UserView | undefined
  fields: UserFields
  /** Whether roles, areas and the ceiling can be changed: not one's own. */
  rights: boolean
  sending: Sending
  onFields: (part: Partial<UserFields>) => void
  onCancel?: () => void
  children: string
}

/** The form about a user, for an invitation and for an edit. Faults are told all at once, before anything is sent. */
export const UserForm = (props: Props) => {
  const { user, fields, rights, sending, onFields, onCancel, children } = props
  const say = useWords()
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [faults, setFaults] = useState<readonly UserFault[]>([])
  const errorOf = (fault: UserFault): string | undefined =>
    faults.includes(fault) ? say(faultWords[fault]) : undefined
  const send = async (): Promise<boolean> => {
    const found = findUserFaults(fields, { invites: user === undefined, rights })
    setFaults(found)
    setErrors(found.map((fault) => ({ id: controlOf[fault], message: say(faultWords[fault]) })))
    return found.length === 0 && (await sending.send())
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      {user === undefined ? (
        <TextField
          id="user-email"
          label={say(usersWords.email)}
          hint={say(usersWords.emailHint)}
          error={errorOf('email')}
          value={fields.email}
          onInput={(email) => onFields({ email })}
        />
      ) : null}
      <TextField
        id="user-name"
        label={say(usersWords.name)}
        error={errorOf('name')}
        maxLength={120}
        value={fields.name}
        onInput={(name) => onFields({ name })}
      />
      {rights ? <Rights fields={fields} faults={faults} onFields={onFields} /> : null}
      <TextField
        id="user-phone"
        type="tel"
        label={say(usersWords.phone)}
        hint={say(user?.phone == null ? usersWords.phoneHint : usersWords.phoneKept)}
        maxLength={40}
        value={fields.phone}
        onInput={(phone) => onFields({ phone })}
      />
      {user?.phone == null ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={fields.removesPhone}
            onChange={(event) => onFields({ removesPhone: event.currentTarget.checked })}
          />
          <span>{say(usersWords.removePhone)}</span>
        </label>
      )}
      <ChoiceField
        id="user-language"
        label={say(usersWords.language)}
        choices={{ lo: usersWords.lao, en: usersWords.english }}
        value={fields.language}
        onChoose={(language) => onFields({ language })}
      />
      {rights ? (
        <SamePerson user={user} chosen={fields.personId} onChoose={(personId) => onFields({ personId })} />
      ) : null}
      {user === undefined || !rights ? null : (
        <TextField
          id="user-ceiling"
          inputMode="numeric"
          label={say(usersWords.ceiling)}
          hint={say(usersWords.ceilingHint, { n: wholeNumber(user.recipientsPerHour) })}
          error={errorOf('ceiling')}
          value={fields.ceiling}
          onInput={(ceiling) => onFields({ ceiling })}
        />
      )}
      <div class="chips">
        <SendButton sending={{ ...sending, send }}>{children}</SendButton>
        {onCancel === undefined ? null : (
          <button type="button" onClick={onCancel}>
            {say(formWords.cancel)}
          </button>
        )}
      </div>
    </>
  )
}
