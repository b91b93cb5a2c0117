import { useEffect, useState } from 'preact/hooks'
import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { useWords } from '../../words/language.ts'
import { choiceWords, villageWords } from '../../words/village-words.ts'
import { ChoiceField, TextField } from './form-fields.tsx'
import { faultsOf } from './form-faults.ts'
import { localFault } from './local-fault.ts'
import { maskPhone } from './mask-phone.ts'
import {
  toMemberBody,
  toMemberFields,
  toMemberPatch,
  type MemberFields,
  type RosterMember,
} from './member-fields.ts'
import { SaveOrCancel } from './save-or-cancel.tsx'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Props = {
  village: View
  /** Undefined where somebody is added. */
  member: RosterMember | undefined
  reload: () => void
  onSaved: (village: View) => void
  onCancel: () => void
}

const { active, quarantined } = choiceWords.status

/** A member of the committee, to be added or changed. A number that stays is neither shown nor sent. */
export const MemberForm = ({ village, member, reload, onSaved, onCancel }: Props) => {
  const say = useWords()
  const [typed, setTyped] = useState<Partial<MemberFields>>({})
  const [faulty, setFaulty] = useState<readonly string[]>([])
  const fields = { ...toMemberFields(member), ...typed }
  const { code, etag } = village
  const sending = useSend(
    (idempotencyKey) =>
      member === undefined
        ? callApi('POST /v1/villages/{code}/members', {
            params: { code },
            body: toMemberBody(fields),
            idempotencyKey,
          })
        : callApi('PATCH /v1/villages/{code}/members/{memberId}', {
            params: { code, memberId: member.id },
            body: toMemberPatch(typed, member),
            ifMatch: etag,
          }),
    onSaved,
  )
  const send = async (): Promise<boolean> => {
    const found = (['name', 'phone'] as const).filter(
      (name) => fields[name].trim() === '' && (name === 'name' || member === undefined),
    )
    setFaulty(found)
    if (found[0] !== undefined) document.getElementById(`member-${found[0]}`)?.focus()
    if (found.length > 0) return false
    if (member !== undefined && Object.keys(toMemberPatch(typed, member)).length === 0) {
      onCancel()
      return true
    }
    return sending.send()
  }
  useEffect(() => document.getElementById('member-name')?.focus(), [])
  const faults = faultsOf(sending.failure)
  const set = (part: Partial<MemberFields>): void => setTyped((before) => ({ ...before, ...part }))
  const textOf = (name: 'name' | 'phone' | 'organisation' | 'consentedOn' | 'notes') => ({
    id: `member-${name}`,
    label: say(villageWords[name]),
    value: fields[name],
    error: faulty.includes(name) ? localFault(say, name) : faults[name],
    onInput: (value: string) => set({ [name]: value }),
  })
  const phoneHint =
    member === undefined
      ? say(villageWords.phoneHint)
      : say(villageWords.phoneKept, { phone: maskPhone(member.phone) })
  return (
    <section class="card">
      <h3>
        {member === undefined
          ? say(villageWords.addMember)
          : say(villageWords.editMember, { name: member.name })}
      </h3>
      <TextField {...textOf('name')} maxLength={120} />
      <TextField {...textOf('phone')} type="tel" maxLength={40} hint={phoneHint} />
      <ChoiceField
        id="member-duty"
        label={say(villageWords.duty)}
        choices={dutyLabels}
        value={fields.duty}
        onChoose={(duty) => set({ duty })}
      />
      <ChoiceField
        id="member-sex"
        label={say(villageWords.sex)}
        choices={choiceWords.sex}
        value={fields.sex}
        onChoose={(sex) => set({ sex })}
      />
      <ChoiceField
        id="member-language"
        label={say(villageWords.language)}
        choices={choiceWords.language}
        value={fields.language}
        onChoose={(language) => set({ language })}
      />
      <ChoiceField
        id="member-script"
        label={say(villageWords.script)}
        choices={choiceWords.script}
        value={fields.script}
        onChoose={(script) => set({ script })}
      />
      {member === undefined ? null : (
        <ChoiceField
          id="member-status"
          label={say(villageWords.status)}
          choices={{ active, quarantined }}
          value={fields.status}
          onChoose={(status) => set({ status })}
        />
      )}
      <TextField {...textOf('consentedOn')} type="date" />
      <TextField {...textOf('organisation')} maxLength={120} />
      <TextField {...textOf('notes')} maxLength={1000} />
      <SaveOrCancel sending={{ ...sending, send }} reload={reload} onCancel={onCancel} />
    </section>
  )
}
