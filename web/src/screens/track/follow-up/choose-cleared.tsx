import type { AnswerOf } from '../../../api/routes.ts'
import { useVillageNames } from '../../../api/use-villages.ts'
import { areaName } from '../../../names/area-name.ts'
import { useSignal } from '../../../signal.ts'
import { Radios } from '../../../ui/radios.tsx'
import { ShowMore } from '../../../ui/show-more.tsx'
import { useRows } from '../../../ui/use-rows.ts'
import { villageName } from '../../../names/village-name.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { chosenLanguage, useWords } from '../../../words/language.ts'

export type HeadsView = AnswerOf<'GET /v1/alerts/{alertId}/heads'>
type Choice = { areas: readonly string[]; onChange: (areas: string[]) => void }

const toggled = (areas: readonly string[], code: string): string[] =>
  areas.includes(code) ? areas.filter((area) => area !== code) : [...areas, code]

const Check = ({ code, name, areas, onChange }: Choice & { code: string; name: string }) => (
  <label class="check">
    <input type="checkbox" checked={areas.includes(code)} onChange={() => onChange(toggled(areas, code))} />
    <span>{name}</span>
  </label>
)

type DistrictProps = Choice & { district: string; villages: readonly string[]; isWhole: boolean }

/** A district: all of it where all of it was told, or villages of it. */
const District = ({ district, villages, isWhole, ...choice }: DistrictProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { rows, more, showMore } = useRows(villages, district)
  const find = useVillageNames(choice.areas.includes(district) ? [] : rows)
  const name = areaName(district, language)
  return (
    <fieldset>
      <legend>{name}</legend>
      {isWhole ? (
        <Check code={district} name={say(followUpWords.wholeDistrict, { name })} {...choice} />
      ) : null}
      {choice.areas.includes(district) ? null : (
        <div class="options">
          {rows.map((code) => (
            <Check key={code} code={code} name={villageName(find(code), code, language)} {...choice} />
          ))}
        </div>
      )}
      {choice.areas.includes(district) ? null : <ShowMore more={more} showMore={showMore} />}
    </fieldset>
  )
}

type Props = Choice & {
  heads: HeadsView
  remaining: { areas: readonly string[]; cleared: readonly string[] }
  /** Whether villages are chosen one by one. */
  some: boolean
  onSome: (some: boolean) => void
  error: string | undefined
}

/** Where it is over: everywhere that is left, or in some villages. No area stands for everywhere. */
export const ChooseCleared = ({ heads, remaining, areas, some, onSome, error, onChange }: Props) => {
  const say = useWords()
  const isCleared = (code: string): boolean => remaining.cleared.some((one) => code.startsWith(one))
  const villages = heads.villages.map(({ village }) => village).filter((code) => !isCleared(code))
  const districts = [...new Set(villages.map((code) => code.slice(0, 4)))].sort()
  return (
    <div class="rows">
      <Radios
        name="where"
        legend={say(followUpWords.where)}
        error={error}
        options={[
          { value: 'everywhere', label: say(followUpWords.everywhere) },
          { value: 'some', label: say(followUpWords.some), hint: say(followUpWords.someHint) },
        ]}
        chosen={some ? 'some' : 'everywhere'}
        onChoose={(value) => {
          onSome(value === 'some')
          onChange([])
        }}
      />
      {some
        ? districts.map((district) => (
            <District
              key={district}
              district={district}
              villages={villages.filter((code) => code.startsWith(district))}
              isWhole={remaining.areas.some((area) => district.startsWith(area))}
              areas={areas}
              onChange={(chosen) =>
                onChange(
                  chosen.includes(district)
                    ? chosen.filter((code) => code === district || !code.startsWith(district))
                    : chosen,
                )
              }
            />
          ))
        : null}
    </div>
  )
}
