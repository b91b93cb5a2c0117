import { useState } from 'preact/hooks'
import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { commonWords } from '../../words/common-words.ts'
import { shortTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { choiceWords, rosterWords } from '../../words/roster-words.ts'
import { failureText } from '../../ui/failure.tsx'
import { inRosterWords, wasEditedMeanwhile } from './in-roster-words.ts'
import { maskPhone, readablePhone } from './mask-phone.ts'
import type { RosterMember } from './member-fields.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Props = {
  village: View
  member: RosterMember
  /** Where the member stands, from 0, among how many. */
  place: { index: number; of: number }
  mayEdit: boolean
  onEdit: () => void
  onVillage: (village: View) => void
  onMoved: (village: View, from: number, to: number) => void
  reload: () => void
}

/** What a button of one card does, and to whom where only a screen reader needs to be told. */
const Of = ({ name, children }: { name: string; children: string }) => (
  <>
    {children}
    <span class="seen-by-none"> {name}</span>
  </>
)

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
        <Of name={member.name}>{say(rosterWords.showNumber)}</Of>
      </button>
    </>
  )
}

const Known = ({ member }: { member: RosterMember }) => {
  const say = useWords()
  const { phoneType, consentedOn, lastProvenReachableAtIso, notes, organisation } = member
  const known = [
    say(choiceWords.language[member.language]),
    organisation,
    phoneType === 'fixed' ? say(rosterWords.landline) : undefined,
    phoneType === 'wireless-fixed' ? say(rosterWords.wireless) : undefined,
    consentedOn === undefined ? say(rosterWords.noConsent) : undefined,
    lastProvenReachableAtIso === undefined
      ? undefined
      : say(rosterWords.proven, { time: shortTime(lastProvenReachableAtIso) }),
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
  const { failure } = inRosterWords(sending, say)
  const label = say(by < 0 ? rosterWords.moveUp : rosterWords.moveDown, { name: member.name })
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
        <Of name={member.name}>{say(rosterWords.markLeft)}</Of>
      </button>
    )
  }
  return (
    <div class="error">
      <p>{say(rosterWords.markLeftSure, name)}</p>
      <SendButton kind="danger" sending={inRosterWords(sending, say)}>
        {say(rosterWords.markLeftYes)}
      </SendButton>{' '}
      <button
        type="button"
        onClick={() => (wasEditedMeanwhile(sending.failure) ? reload() : setAsked(false))}
      >
        {say(wasEditedMeanwhile(sending.failure) ? commonWords.takeNewer : commonWords.cancel)}
      </button>
    </div>
  )
}

/** A member as they stand in the order of contact. */
export const MemberCard = (props: Props) => {
  const say = useWords()
  const { member, place, mayEdit, onEdit } = props
  return (
    <li class="card">
      <p>
        {place.index + 1}. <b>{member.name}</b>, {say(dutyLabels[member.duty])}
        {member.status === 'quarantined' ? (
          <>
            {' '}
            <Tag tone="wrong">{say(rosterWords.quarantined)}</Tag>
          </>
        ) : null}
        <br />
        <Phone member={member} />
        <br />
        <Known member={member} />
      </p>
      {mayEdit ? (
        <div class="chips">
          <Move {...props} by={-1} />
          <Move {...props} by={1} />
          <button id={`edit-${member.id}`} type="button" onClick={onEdit}>
            <Of name={member.name}>{say(rosterWords.edit)}</Of>
          </button>
          <MarkLeft {...props} />
        </div>
      ) : null}
    </li>
  )
}
