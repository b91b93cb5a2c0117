import { useState } from 'preact/hooks'
import { callSheetWords, dutyLabels } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import type { Loaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { commonWords } from '../../words/common-words.ts'
import { formWords } from '../../words/form-words.ts'
import { shortTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { choiceWords, villageWords } from '../../words/village-words.ts'
import { failureText } from '../../ui/failure.tsx'
import { wasEditedMeanwhile } from './form-faults.ts'
import { maskPhone, readablePhone } from './mask-phone.ts'
import type { RosterMember } from './member-fields.ts'
import { Of } from './of.tsx'
import { TestSmsLine } from './test-sms-line.tsx'
import { TryMember } from './try-member.tsx'
import type { VillageTests } from './use-test-sms.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Props = {
  village: View
  member: RosterMember
  /** Where the member stands, from 0, among how many. */
  place: { index: number; of: number }
  mayEdit: boolean
  /** The test SMS of the whole committee. */
  loadedTests: Loaded<VillageTests>
  onEdit: () => void
  onVillage: (village: View) => void
  onMoved: (village: View, from: number, to: number) => void
  reload: () => void
}

/** A number that stays hidden until somebody wants it: others look over one's shoulder. */
const Phone = ({ member }: { member: RosterMember }) => {
  const say = useWords()
  const [shown, setShown] = useState(false)
  if (member.phoneMasked) return <>{member.phone}</>
  if (shown) return <a href={`tel:${member.phone}`}>{readablePhone(member.phone)}</a>
  return (
    <>
      {maskPhone(member.phone)}{' '}
      <button type="button" class="plain" onClick={() => setShown(true)}>
        <Of name={member.name}>{say(villageWords.showNumber)}</Of>
      </button>
    </>
  )
}

const Known = ({ member }: { member: RosterMember }) => {
  const say = useWords()
  const { phoneType, consentedOn, lastProvenReachableAtIso, notes, organisation } = member
  const known = [
    say(choiceWords.language[member.language]),
    member.script === 'latin' ? say(callSheetWords.noLaoLetters) : undefined,
    organisation,
    phoneType === 'fixed' ? say(villageWords.landline) : undefined,
    phoneType === 'wireless-fixed' ? say(villageWords.wireless) : undefined,
    consentedOn === undefined ? say(villageWords.noConsent) : undefined,
    lastProvenReachableAtIso === undefined
      ? undefined
      : say(villageWords.proven, { time: shortTime(lastProvenReachableAtIso) }),
    notes,
  ].filter((one) => one !== undefined)
  return <span class="hint">{known.join(' · ')}</span>
}

type MoveProps = Pick<Props, 'village' | 'member' | 'place' | 'onMoved' | 'reload'> & { by: 1 | -1 }

/** One place up or down. Both are buttons: dragging works with neither a keyboard nor a small phone. */
const Move = ({ village, member, place, by, onMoved, reload }: MoveProps) => {
  const say = useWords()
  const to = place.index + by
  const sending = useSend(
    () =>
      callApi('PATCH /v1/villages/{code}/members/{memberId}', {
        params: { code: village.code, memberId: member.id },
        body: { position: to + 1 },
        ifMatch: village.etag,
      }),
    (moved) => onMoved(moved, place.index, to),
  )
  const { failure } = sending
  const label = say(by < 0 ? villageWords.moveUp : villageWords.moveDown, { name: member.name })
  return (
    <>
      <button
        id={`${by < 0 ? 'up' : 'down'}-${member.id}`}
        type="button"
        aria-label={label}
        aria-busy={sending.busy}
        disabled={to < 0 || to >= place.of}
        onClick={() => void sending.send()}
      >
        {by < 0 ? '↑' : '↓'}
      </button>
      {failure === undefined ? null : (
        <div role="alert" class="error">
          <p>{failureText(say, failure)}</p>
          {wasEditedMeanwhile(failure) ? (
            <button type="button" onClick={reload}>
              {say(commonWords.takeNewer)}
            </button>
          ) : null}
        </div>
      )}
    </>
  )
}

const MarkLeft = ({
  village,
  member,
  onVillage,
  reload,
}: Pick<Props, 'village' | 'member' | 'onVillage' | 'reload'>) => {
  const say = useWords()
  const [asked, setAsked] = useState(false)
  const sending = useSend(
    () =>
      callApi('DELETE /v1/villages/{code}/members/{memberId}', {
        params: { code: village.code, memberId: member.id },
        ifMatch: village.etag,
      }),
    onVillage,
  )
  const name = { name: member.name }
  if (!asked) {
    return (
      <button type="button" onClick={() => setAsked(true)}>
        <Of name={member.name}>{say(villageWords.markLeft)}</Of>
      </button>
    )
  }
  return (
    <div class="error">
      <p>{say(villageWords.markLeftSure, name)}</p>
      <SendButton kind="danger" sending={sending}>
        {say(villageWords.markLeftYes)}
      </SendButton>{' '}
      <button
        type="button"
        onClick={() => (wasEditedMeanwhile(sending.failure) ? reload() : setAsked(false))}
      >
        {say(wasEditedMeanwhile(sending.failure) ? commonWords.takeNewer : formWords.cancel)}
      </button>
    </div>
  )
}

/** A member as they stand in the order of contact. */
export const MemberCard = (props: Props) => {
  const say = useWords()
  const { member, place, mayEdit, onEdit, loadedTests } = props
  const tests = (loadedTests.body?.tests ?? []).filter(({ memberId }) => memberId === member.id)
  return (
    <li class="card">
      <p>
        {place.index + 1}. <b>{member.name}</b>, {say(dutyLabels[member.duty])}
        {member.status === 'quarantined' ? (
          <>
            {' '}
            <Tag tone="wrong">{say(villageWords.quarantined)}</Tag>
          </>
        ) : null}
        <br />
        <Phone member={member} />
        <br />
        <Known member={member} />
      </p>
      <TestSmsLine tests={tests} people={loadedTests.body?.people ?? {}} />
      {mayEdit ? (
        <div class="chips">
          <Move {...props} by={-1} />
          <Move {...props} by={1} />
          <button id={`edit-${member.id}`} type="button" onClick={onEdit}>
            <Of name={member.name}>{say(villageWords.edit)}</Of>
          </button>
          <MarkLeft {...props} />
        </div>
      ) : null}
      {mayEdit && member.phoneType !== 'fixed' ? <TryMember {...props} tests={tests} /> : null}
    </li>
  )
}
