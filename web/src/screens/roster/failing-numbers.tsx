import { useRoute } from 'preact-iso'
import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../areas.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { villageName } from '../../village-name.ts'
import { commonWords } from '../../words/common-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import type { ListedVillage } from './find-villages.ts'
import { maskPhone } from './mask-phone.ts'

const FailingOf = ({ listed }: { listed: ListedVillage }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { code } = listed
  const loaded = useLoaded(`roster ${code}`, () => callApi('GET /v1/villages/{code}', { params: { code } }))
  const members = loaded.body?.members.filter(({ status }) => status === 'quarantined') ?? []
  return (
    <li class="card">
      <h2>
        <a href={`/villages/${code.slice(0, 4)}/${code}`}>{villageName(listed, code, language)}</a>
      </h2>
      <LoadedState loaded={loaded} />
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            <b>{member.name}</b>, {say(dutyLabels[member.duty])},{' '}
            {member.phoneMasked ? member.phone : maskPhone(member.phone)}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Members of a district whose numbers fail, by village: each is asked for once it is on the page. */
const FailingIn = ({ district }: { district: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const loaded = useLoaded(`district ${district}`, () => callApi('GET /v1/villages', { query: { district } }))
  const failing = (loaded.body?.villages ?? []).filter(({ committee }) => committee.quarantined > 0)
  const { rows, more, showMore } = useRows(failing, district)
  return (
    <Screen title={say(rosterWords.failingList)}>
      <p>
        <a href={`/villages/${district}`}>← {areaName(district, language)}</a>
      </p>
      <LoadedState loaded={loaded} />
      {loaded.body === undefined ? null : (
        <p>{say(failing.length === 0 ? rosterWords.noFailing : rosterWords.failingWhy)}</p>
      )}
      <ul class="plain-list">
        {rows.map((village) => (
          <FailingOf key={village.code} listed={village} />
        ))}
      </ul>
      {more > 0 ? (
        <button type="button" onClick={showMore}>
          {say(commonWords.showMore, { n: more })}
        </button>
      ) : null}
    </Screen>
  )
}

/** The quarantine list of a district. */
export const FailingNumbers = () => {
  const { area = '' } = useRoute().params
  return <FailingIn key={area} district={area} />
}
