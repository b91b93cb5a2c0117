import { areaName } from '../../names/area-name.ts'
import { useSignal } from '../../signal.ts'
import { areaWords } from '../../words/compose-area-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { ownDistricts, ownProvinces } from './own-areas.ts'

type Props = {
  own: readonly string[]
  province: string
  district: string
  onProvince: (code: string) => void
  onDistrict: (code: string) => void
}

type SelectProps = {
  id: string
  label: string
  codes: readonly string[]
  value: string
  onChange: (code: string) => void
}

const AreaSelect = ({ id, label, codes, value, onChange }: SelectProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} class="wide" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say(areaWords.choose)}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {areaName(code, language)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Leads to a district; an officer of one is there at once, and chooses nothing. */
export const ChooseDistrict = ({ own, province, district, onProvince, onDistrict }: Props) => {
  const say = useWords()
  const ofCountry = ownProvinces(own)
  const ofProvince = province === '' ? [] : ownDistricts(own, province)
  return (
    <>
      {ofCountry.length > 1 ? (
        <AreaSelect
          id="province"
          label={say(areaWords.province)}
          codes={ofCountry}
          value={province}
          onChange={onProvince}
        />
      ) : null}
      {ofProvince.length > 1 ? (
        <AreaSelect
          id="district"
          label={say(areaWords.district)}
          codes={ofProvince}
          value={district}
          onChange={onDistrict}
        />
      ) : null}
    </>
  )
}
