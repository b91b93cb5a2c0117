import type { AnswerOf } from '../../api/routes.ts'
import { useVillageNames } from '../../api/use-villages.ts'
import { areaName } from '../../names/area-name.ts'
import { exposureText } from '../../words/exposure-text.ts'
import { useSignal } from '../../signal.ts'
import { CoverageTag } from '../../ui/coverage-counts.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { villageName } from '../../names/village-name.ts'
import { trackWords } from '../../words/track-words.ts'

export type Board = AnswerOf<'GET /v1/alerts/{alertId}/villages'>
type BoardRow = Board['villages'][number]

type Props = {
  alertId: string
  rows: readonly BoardRow[]
  all: number
  filter: string
  /** True where all of their names are asked for by district anyway. */
  namesCome: boolean
  /** Whether the district of each need be said. */
  ofSeveralDistricts: boolean
}

/** Villages, those that need a person first. */
export const BoardTable = (props: Props) => {
  const { alertId, rows: allRows, all, filter, namesCome, ofSeveralDistricts } = props
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { rows, more, showMore } = useRows(allRows, filter)
  const find = useVillageNames(namesCome ? [] : rows.map(([code]) => code))
  return (
    <div>
      <p role="status">{say(trackWords.shown, { n: wholeNumber(rows.length), all: wholeNumber(all) })}</p>
      {allRows.length === 0 ? <p>{say(trackWords.noneShown)}</p> : null}
      {allRows.length === 0 ? null : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{say(trackWords.village)}</th>
              <th scope="col">{say(trackWords.state)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, coverage, exposure]) => (
              <tr key={code}>
                <th scope="row">
                  <a href={`/alerts/${alertId}/villages/${code}`}>
                    {villageName(find(code), code, language)}
                  </a>
                  <span class="hint">
                    {' '}
                    {[
                      ofSeveralDistricts ? areaName(code.slice(0, 4), language) : undefined,
                      exposureText(say, exposure),
                    ]
                      .filter((one) => one !== undefined)
                      .join(', ')}
                  </span>
                </th>
                <td>
                  <CoverageTag coverage={coverage} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ShowMore more={more} showMore={showMore} />
    </div>
  )
}
