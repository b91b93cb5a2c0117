import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { later } from '../../ui/later.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { firstArea } from './first-area.ts'

const ManageAreas = later(() => import('./manage-areas.tsx').then((module) => module.ManageAreas))

type Area = AnswerOf<'GET /v1/areas'>['areas'][number]

const AreaRow = ({ area }: { area: Area }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  return (
    <tr>
      <th scope="row">
        <a href={`/villages/${area.code}`}>{areaName(area.code, language)}</a>
      </th>
      <td>
        {area.villagesExpected === null
          ? wholeNumber(area.villages)
          : say(rosterWords.ofExpected, {
              n: wholeNumber(area.villages),
              all: wholeNumber(area.villagesExpected),
            })}
      </td>
      <td>{area.villagesWithoutContact === 0 ? '0' : <b>✕ {wholeNumber(area.villagesWithoutContact)}</b>}</td>
    </tr>
  )
}

/** Provinces, or the districts of one, with how much of each is on the roster. */
export const AreaList = ({ parent }: { parent?: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const loaded = useLoaded(
    `areas ${parent ?? ''}`,
    () => callApi('GET /v1/areas', { query: parent === undefined ? {} : { parent } }),
    { keepAs: `areas.${parent ?? ''}` },
  )
  const areas = loaded.body?.areas
  return (
    <Screen title={parent === undefined ? say(rosterWords.provinces) : areaName(parent, language)}>
      {parent === undefined || firstArea(person?.areas ?? []) !== undefined ? null : (
        <p>
          <a href="/villages">← {say(rosterWords.provinces)}</a>
        </p>
      )}
      <LoadedState loaded={loaded} />
      {areas?.length === 0 ? <p>{say(rosterWords.noAreas)}</p> : null}
      {areas === undefined || areas.length === 0 ? null : (
        <>
          {mayKeepRoster(person) ? (
            <details>
              <summary>{say(rosterWords.manage)}</summary>
              <ManageAreas areas={areas.map(({ code }) => code)} />
            </details>
          ) : null}
          <table>
            <thead>
              <tr>
                <th scope="col">{say(rosterWords.area)}</th>
                <th scope="col">{say(rosterWords.rostered)}</th>
                <th scope="col">{say(rosterWords.withoutContact)}</th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <AreaRow key={area.code} area={area} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Screen>
  )
}
