import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { rowsOf } from '../../../../shared/domain/columns.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { areaName } from '../../names/area-name.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { villageName } from '../../names/village-name.ts'
import { shortTime } from '../../words/dates.ts'
import { failingWords } from '../../words/failing-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import type { ListedVillage } from './find-villages.ts'

type Failing = NonNullable<ListedVillage['failing']>[number]
type OnBack = (member: Failing) => void

const UseAgain = ({ code, member, onBack }: { code: string; member: Failing; onBack: OnBack }) => {
  const say = useWords()
  const sending = useSend(
    () =>
      callApi('PATCH /v1/villages/{code}/members/{memberId}', {
        params: { code, memberId: member.id },
        body: { status: 'active' },
        // One field, whatever else was edited meanwhile.
        ifMatch: '*',
      }),
    () => onBack(member),
  )
  return (
    <SendButton kind="usual" sending={sending}>
      {say(failingWords.useAgain, { name: member.name })}
    </SendButton>
  )
}

const FailingMember = ({ code, member, onBack }: { code: string; member: Failing; onBack: OnBack }) => {
  const say = useWords()
  const person = useSignal(me)
  const { name, duty, phone, quarantinedAtIso, lastProvenReachableAtIso } = member
  const known = [
    quarantinedAtIso === undefined
      ? say(failingWords.byHand)
      : say(failingWords.failed, { time: shortTime(quarantinedAtIso) }),
    lastProvenReachableAtIso === undefined
      ? undefined
      : say(failingWords.reached, { time: shortTime(lastProvenReachableAtIso) }),
  ].filter((one) => one !== undefined)
  return (
    <li>
      <p>
        <b>{name}</b>, {say(dutyLabels[duty])}, {phone}
        <br />
        <span class="hint">{known.join(' · ')}</span>
      </p>
      {mayKeepRoster(person) ? <UseAgain code={code} member={member} onBack={onBack} /> : null}
    </li>
  )
}

const FailingOf = ({ listed, onBack }: { listed: ListedVillage; onBack: OnBack }) => {
  const language = useSignal(chosenLanguage)
  const { code, failing = [] } = listed
  return (
    <li class="card">
      <h2>
        <a href={`/villages/${code.slice(0, 4)}/${code}`}>{villageName(listed, code, language)}</a>
      </h2>
      <ul class="plain-list">
        {failing.map((member) => (
          <FailingMember key={member.id} code={code} member={member} onBack={onBack} />
        ))}
      </ul>
    </li>
  )
}

/** Members of a district whose numbers fail, by village, and how each number comes back into use. */
const FailingIn = ({ district }: { district: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const [back, setBack] = useState<Failing | undefined>(undefined)
  const loaded = useLoaded(`failing ${district}`, () =>
    callApi('GET /v1/villages', { query: { district, failing: 'true' } }),
  )
  const villages = loaded.body === undefined ? [] : rowsOf(loaded.body.villages)
  const { rows, more, showMore } = useRows(villages, district)
  return (
    <Screen title={say(rosterWords.failingList)}>
      <p>
        <a href={`/villages/${district}`}>← {areaName(district, language)}</a>
      </p>
      <LoadedState loaded={loaded} />
      <p role="status">{back === undefined ? null : say(failingWords.inUse, { name: back.name })}</p>
      {loaded.body === undefined ? null : villages.length === 0 ? (
        <p>{say(failingWords.none)}</p>
      ) : (
        <>
          <p>{say(failingWords.why)}</p>
          <p>
            {say(failingWords.wayOut)} {mayKeepRoster(person) ? null : say(failingWords.byAdmin)}
          </p>
        </>
      )}
      <ul class="plain-list">
        {rows.map((village) => (
          <FailingOf
            key={village.code}
            listed={village}
            onBack={(member) => {
              setBack(member)
              loaded.reload()
            }}
          />
        ))}
      </ul>
      <ShowMore more={more} showMore={showMore} />
    </Screen>
  )
}

/** The quarantine list of a district. */
export const FailingNumbers = () => {
  const { area = '' } = useRoute().params
  return <FailingIn key={area} district={area} />
}
