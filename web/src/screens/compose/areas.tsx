import { useState } from 'preact/hooks'
import { useAreaNames } from '../../names/use-area-names.ts'
import { areaName } from '../../names/area-name.ts'
import { useSignal } from '../../signal.ts'
import { areaWords } from '../../words/compose-area-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { ChooseDistrict } from './choose-district.tsx'
import { ChooseVillages } from './choose-villages.tsx'
import type { Editing } from './editing.ts'
import { mayWarn, ownDistricts, ownProvinces, withArea } from './own-areas.ts'
import { Reaches } from './reaches.tsx'

const fewChips = 8

/** What is chosen, each to be taken away again. */
const Chosen = ({ draft, change }: Editing) => {
  const say = useWords()
  const nameAreas = useAreaNames(draft.areas)
  const [all, setAll] = useState(false)
  const shown = all ? draft.areas : draft.areas.slice(0, fewChips)
  if (draft.areas.length === 0) return null
  return (
    <>
      <ul class="chips">
        {shown.map((code) => (
          <li key={code}>
            <button
              type="button"
              aria-label={say(areaWords.takeAway, { name: nameAreas([code]) })}
              onClick={() => change({ areas: draft.areas.filter((area) => area !== code) })}
            >
              {nameAreas([code])} <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
        {shown.length === draft.areas.length ? null : (
          <li>
            <button type="button" class="plain" onClick={() => setAll(true)}>
              {say(areaWords.moreAreas, { n: draft.areas.length })}
            </button>
          </li>
        )}
        {draft.areas.length > 1 ? (
          <li>
            <button type="button" class="plain" onClick={() => change({ areas: [] })}>
              {say(areaWords.clear)}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

const only = (codes: readonly string[]): string => (codes.length === 1 ? (codes[0] ?? '') : '')

/** Where it is said: saved reaches, or from province to village, as far as the officer's own areas go. */
export const Areas = (props: Editing & { own: readonly string[] }) => {
  const { draft, change, faultOf, own } = props
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const [province, setProvince] = useState(() => only(ownProvinces(own)))
  const [district, setDistrict] = useState(() => (province === '' ? '' : only(ownDistricts(own, province))))
  // Open as long as nothing is chosen, or where somebody chooses: a reach or a copy needs no list of villages.
  const [opened, setOpened] = useState<boolean | undefined>(undefined)
  const isOpen = opened ?? draft.areas.length === 0
  const take = (areas: string[]): void => {
    setOpened(true)
    change({ areas })
  }
  const fault = faultOf('areas')
  return (
    <section class={fault === undefined ? undefined : 'error'}>
      <h2 id="areas" tabIndex={-1}>
        {say(areaWords.areas)}
      </h2>
      {fault === undefined ? null : <p>{fault}</p>}
      <p role="status">{say(areaWords.chosen, { n: draft.areas.length })}</p>
      <Chosen {...props} />
      <Reaches {...props} onTaken={() => setOpened(false)} />
      <details open={isOpen}>
        <summary
          onClick={(event) => {
            event.preventDefault()
            setOpened(!isOpen)
          }}
        >
          {say(areaWords.chooseVillages)}
        </summary>
        <ChooseDistrict
          own={own}
          province={province}
          district={district}
          onProvince={(code) => {
            setProvince(code)
            setDistrict(only(ownDistricts(own, code)))
          }}
          onDistrict={setDistrict}
        />
        {province !== '' && district === '' && mayWarn(own, province) ? (
          <p>
            <button type="button" onClick={() => take(withArea(draft.areas, province))}>
              {say(areaWords.whole, { name: areaName(province, language) })}
            </button>
          </p>
        ) : null}
        {district === '' || !isOpen ? null : (
          <ChooseVillages key={district} district={district} own={own} areas={draft.areas} onChange={take} />
        )}
      </details>
    </section>
  )
}
