import { useMemo } from 'preact/hooks'
import { rowsOf } from '../../../../shared/domain/columns.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useVillageList } from '../../api/use-village-list.ts'
import { areaName } from '../../names/area-name.ts'
import { mayIssue, mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { later } from '../../ui/later.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { firstArea } from './first-area.ts'
import { VillageList } from './village-list.tsx'

const ManageDistrict = later(() => import('./manage-district.tsx').then((module) => module.ManageDistrict))

type Area = AnswerOf<'GET /v1/areas'>['areas'][number]

const Summary = ({ area }: { area: Area }) => {
  const say = useWords()
  const missing = (area.villagesExpected ?? 0) - area.villages
  return (
    <>
      <p>
        {say(rosterWords.summary, {
          villages: wholeNumber(area.villages),
          people: wholeNumber(area.members),
          women: wholeNumber(area.women),
        })}
        <br />
        {area.deskPhone === null ? say(rosterWords.noDesk) : say(rosterWords.desk, { phone: area.deskPhone })}
      </p>
      {missing > 0 ? (
        <p class="error">
          {say(rosterWords.missing, {
            all: wholeNumber(area.villagesExpected ?? 0),
            n: wholeNumber(missing),
          })}
        </p>
      ) : null}
    </>
  )
}

const Ways = ({ district, failing }: { district: string; failing: number }) => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <ul class="chips">
      {mayIssue(person) || mayKeepRoster(person) ? (
        <li>
          <a class="button" href={`/villages/${district}/call-sheet`}>
            {say(rosterWords.callSheet)}
          </a>
        </li>
      ) : null}
      {failing === 0 ? null : (
        <li>
          <a class="button" href={`/villages/${district}/failing`}>
            {`${say(rosterWords.failingList)} (${wholeNumber(failing)})`}
          </a>
        </li>
      )}
    </ul>
  )
}

/** A district of the roster: how complete it is, and its villages. */
export const DistrictScreen = ({ district }: { district: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const province = district.slice(0, 2)
  const about = useLoaded(
    `areas ${province}`,
    () => callApi('GET /v1/areas', { query: { parent: province } }),
    { keepAs: `areas.${province}` },
  )
  // Admins look through many districts: their lists would fill the device.
  const list = useVillageList(district, !mayKeepRoster(person))
  const area = about.body?.areas.find(({ code }) => code === district)
  const columns = list.body?.villages
  const villages = useMemo(() => (columns === undefined ? undefined : rowsOf(columns)), [columns])
  const failing = (columns?.quarantined ?? []).reduce((sum, quarantined) => sum + quarantined, 0)
  return (
    <Screen title={areaName(district, language)}>
      {firstArea(person?.areas ?? [])?.length === 4 ? null : (
        <p>
          <a href={`/villages/${province}`}>← {areaName(province, language)}</a>
        </p>
      )}
      {area === undefined ? null : <Summary area={area} />}
      <Ways district={district} failing={failing} />
      {area !== undefined && mayKeepRoster(person) ? (
        <details>
          <summary>{say(rosterWords.manage)}</summary>
          <ManageDistrict area={area} reload={about.reload} />
        </details>
      ) : null}
      <LoadedState loaded={list} />
      {villages === undefined ? null : <VillageList villages={villages} />}
    </Screen>
  )
}
