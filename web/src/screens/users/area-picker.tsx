import { useState } from 'preact/hooks'
import { rowsOf } from '../../../../shared/domain/columns.ts'
import { districtsOf } from '../../../../shared/domain/laos-areas.ts'
import { provinces } from '../../../../shared/domain/laos-provinces.ts'
import { userTouches, wholeCountry } from '../../../../shared/domain/user.ts'
import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { villageName } from '../../names/village-name.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { usersWords } from '../../words/users-words.ts'
import { withArea } from './with-area.ts'

type SelectProps = {
  id: string
  label: string
  first: string
  options: readonly { code: string; name: string }[]
  value: string
  onChoose: (code: string) => void
}

const Select = ({ id, label, first, options, value, onChoose }: SelectProps) => (
  <Field id={id} label={label}>
    <select id={id} class="wide" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">{first}</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </Field>
)

type VillageProps = { district: string; value: string; onChoose: (code: string) => void }

const VillageSelect = ({ district, value, onChoose }: VillageProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const loaded = useLoaded(`villages ${district}`, () => callApi('GET /v1/villages', { query: { district } }))
  const villages = loaded.body === undefined ? [] : rowsOf(loaded.body.villages)
  return (
    <>
      <LoadedState loaded={loaded} />
      <Select
        id="area-village"
        label={say(usersWords.village)}
        first={say(usersWords.wholeDistrict)}
        options={villages.map((village) => ({
          code: village.code,
          name: villageName(village, village.code, language),
        }))}
        value={value}
        onChoose={onChoose}
      />
    </>
  )
}

const AddArea = ({ onAdd }: { onAdd: (area: string) => void }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const own = useSignal(me)?.areas ?? []
  const [province, setProvince] = useState('')
  const [district, setDistrict] = useState('')
  const [village, setVillage] = useState('')
  const isOwn = ({ code }: { code: string }): boolean => userTouches({ areas: own }, code)
  const named = ({ code }: { code: string }) => ({ code, name: areaName(code, language) })
  const chosen = [village, district, province].find((code) => code !== '')
  return (
    <>
      <Select
        id="area-province"
        label={say(usersWords.province)}
        first={say(usersWords.choose)}
        options={[
          ...(own.includes(wholeCountry) ? [{ code: wholeCountry }] : []),
          ...provinces.filter(isOwn),
        ].map(named)}
        value={province}
        onChoose={(code) => {
          setProvince(code)
          setDistrict('')
          setVillage('')
        }}
      />
      {/^\d/.test(province) ? (
        <Select
          id="area-district"
          label={say(usersWords.district)}
          first={say(usersWords.wholeProvince)}
          options={districtsOf(province).filter(isOwn).map(named)}
          value={district}
          onChoose={(code) => {
            setDistrict(code)
            setVillage('')
          }}
        />
      ) : null}
      {district === '' ? null : <VillageSelect district={district} value={village} onChoose={setVillage} />}
      <button
        type="button"
        disabled={chosen === undefined}
        onClick={() => {
          if (chosen !== undefined) onAdd(chosen)
          setProvince('')
          setDistrict('')
          setVillage('')
        }}
      >
        {say(usersWords.addArea)}
      </button>
    </>
  )
}

type Props = { chosen: readonly string[]; error: string | undefined; onChange: (areas: string[]) => void }

/** Where somebody's roles hold, picked by name: all Laos, provinces, districts, villages. */
export const AreaPicker = ({ chosen, error, onChange }: Props) => {
  const say = useWords()
  const nameAreas = useAreaNames(chosen)
  return (
    <fieldset class={error === undefined ? undefined : 'error'}>
      <legend>{say(usersWords.areas)}</legend>
      {error === undefined ? null : <p>{error}</p>}
      <ul class="chips" aria-live="polite">
        {chosen.map((area) => (
          <li key={area}>
            <button
              type="button"
              aria-label={say(usersWords.removeArea, { name: nameAreas([area]) })}
              onClick={() => onChange(chosen.filter((one) => one !== area))}
            >
              {nameAreas([area])} ✕
            </button>
          </li>
        ))}
        {chosen.length === 0 ? <li>{say(usersWords.noAreas)}</li> : null}
      </ul>
      <AddArea onAdd={(area) => onChange(withArea(chosen, area))} />
    </fieldset>
  )
}
