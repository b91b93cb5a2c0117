import { useEffect, useRef, useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'
import { villageWords } from '../../words/village-words.ts'
import type { RosterMember } from './member-fields.ts'
import { MemberCard } from './member-card.tsx'
import { MemberForm } from './member-form.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { useTestSms } from './use-test-sms.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Props = { village: View; mayEdit: boolean; onVillage: (village: View) => void; reload: () => void }

/** Moves the focus to what stands there once the list is drawn anew: a moved card loses it. */
const useFocusAfter = () => {
  const wanted = useRef<readonly string[]>([])
  useEffect(() => {
    const found = wanted.current
      .map((id) => document.getElementById(id))
      .find((one) => one !== null && !one.hasAttribute('disabled'))
    wanted.current = []
    found?.focus()
  })
  return (...ids: string[]): void => {
    wanted.current = ids
  }
}

const LeftMember = ({
  village,
  member,
  onVillage,
}: Omit<Props, 'mayEdit' | 'reload'> & { member: RosterMember }) => {
  const say = useWords()
  const sending = useSend(
    () =>
      callApi('PATCH /v1/villages/{code}/members/{memberId}', {
        params: { code: village.code, memberId: member.id },
        body: { status: 'active' },
        ifMatch: village.etag,
      }),
    onVillage,
  )
  return (
    <li>
      {member.name}{' '}
      <SendButton kind="usual" sending={sending}>
        {say(villageWords.bringBack, { name: member.name })}
      </SendButton>
    </li>
  )
}

const Left = ({ members, ...props }: Omit<Props, 'reload'> & { members: readonly RosterMember[] }) => {
  const say = useWords()
  if (members.length === 0) return null
  return (
    <details>
      <summary>{say(villageWords.leftMembers, { n: members.length })}</summary>
      <ul>
        {members.map((member) =>
          props.mayEdit ? (
            <LeftMember key={member.id} member={member} village={props.village} onVillage={props.onVillage} />
          ) : (
            <li key={member.id}>{member.name}</li>
          ),
        )}
      </ul>
    </details>
  )
}

/** Who is on the committee, in the order in which they are contacted; those who left apart. */
export const Committee = ({ village, mayEdit, onVillage, reload }: Props) => {
  const say = useWords()
  const [open, setOpen] = useState<string | undefined>(undefined)
  const [said, setSaid] = useState('')
  const focusAfter = useFocusAfter()
  const loadedTests = useTestSms(village)
  const staying = village.members.filter(({ status }) => status !== 'left')
  const close = (): void => {
    if (open !== undefined) focusAfter(open === 'new' ? 'add-member' : `edit-${open}`)
    setOpen(undefined)
  }
  const form = {
    village,
    reload,
    onCancel: close,
    onSaved: (saved: View) => {
      onVillage(saved)
      setSaid(say(formWords.saved))
      close()
    },
  }
  return (
    <>
      {staying.length === 0 ? <p class="error">{say(villageWords.nobody)}</p> : null}
      {staying.length > 1 ? <p class="hint">{say(villageWords.order)}</p> : null}
      {mayEdit || staying.length === 0 ? null : <p class="hint">{say(villageWords.masked)}</p>}
      <p role="status">{said}</p>
      <ol class="plain-list">
        {staying.map((member, index) =>
          open === member.id ? (
            <li key={member.id}>
              <MemberForm member={member} {...form} />
            </li>
          ) : (
            <MemberCard
              key={member.id}
              village={village}
              member={member}
              place={{ index, of: staying.length }}
              mayEdit={mayEdit}
              loadedTests={loadedTests}
              onEdit={() => setOpen(member.id)}
              onVillage={onVillage}
              reload={reload}
              onMoved={(moved, from, to) => {
                onVillage(moved)
                setSaid(say(villageWords.moved, { name: member.name, n: to + 1 }))
                const [up, down] = [`up-${member.id}`, `down-${member.id}`]
                focusAfter(...(to < from ? [up, down] : [down, up]))
              }}
            />
          ),
        )}
      </ol>
      {open === 'new' ? <MemberForm member={undefined} {...form} /> : null}
      {mayEdit && open !== 'new' ? (
        <button id="add-member" type="button" class="primary" onClick={() => setOpen('new')}>
          {say(villageWords.addMember)}
        </button>
      ) : null}
      <Left
        village={village}
        mayEdit={mayEdit}
        onVillage={onVillage}
        members={village.members.filter(({ status }) => status === 'left')}
      />
    </>
  )
}
