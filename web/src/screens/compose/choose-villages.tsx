import { useMemo, useState } from 'preact/hooks'
import { areaName } from '../../names/area-name.ts'
import { exposureText } from '../../words/exposure-text.ts'
import { useSignal } from '../../signal.ts'
import { Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { villageName } from '../../names/village-name.ts'
import { areaWords } from '../../words/compose-area-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { DotMap } from '../track/dot-map.tsx'
import { mayWarn, withArea, withAreas } from './own-areas.ts'
import { useDistrict, type Choosable } from './use-district.ts'

type Props = {
  district: string
  own: readonly string[]
  areas: readonly string[]
  onChange: (areas: string[]) => void
}

/** Exposure from which a village counts as much exposed. */
const muchExposed = 3

const covered = (areas: readonly string[], code: string): boolean =>
  areas.some((area) => code.startsWith(area))

const isFound = ({ nameLo, nameEn, code }: Choosable, wanted: string): boolean =>
  `${nameLo} ${nameEn.toLowerCase()} ${code}`.includes(wanted)

/** Takes many villages at once: the whole district, or those that the water reaches. */
const AtOnce = ({ villages, district, own, areas, onChange }: Props & { villages: readonly Choosable[] }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const codesFrom = (least: number): string[] =>
    villages.filter(({ exposure }) => exposure >= least).map(({ code }) => code)
  const exposed = codesFrom(1)
  const most = codesFrom(muchExposed)
  return (
    <ul class="chips">
      {mayWarn(own, district) ? (
        <li>
          <button type="button" onClick={() => onChange(withArea(areas, district))}>
            {say(areaWords.whole, { name: areaName(district, language) })}
          </button>
        </li>
      ) : null}
      {exposed.length === 0 ? null : (
        <li>
          <button type="button" onClick={() => onChange(withAreas(areas, exposed))}>
            {`${say(areaWords.exposed)} (${exposed.length})`}
          </button>
        </li>
      )}
      {most.length === 0 || most.length === exposed.length ? null : (
        <li>
          <button type="button" onClick={() => onChange(withAreas(areas, most))}>
            {`${say(areaWords.exposedHigh)} (${most.length})`}
          </button>
        </li>
      )}
    </ul>
  )
}

const VillageBox = ({
  village,
  areas,
  onChange,
}: Pick<Props, 'areas' | 'onChange'> & { village: Choosable }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { code, contacts, exposure } = village
  const isTaken = covered(areas, code)
  const hints = [exposureText(say, exposure), contacts === 0 ? say(areaWords.noContact) : undefined].filter(
    (hint) => hint !== undefined,
  )
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isTaken}
        // A village of a district that is taken as a whole goes with it.
        disabled={isTaken && !areas.includes(code)}
        onChange={() => onChange(isTaken ? areas.filter((area) => area !== code) : withArea(areas, code))}
      />
      <span>
        {villageName(village, code, language)}
        {hints.length === 0 ? null : <span class="hint"> {hints.join(', ')}</span>}
      </span>
    </label>
  )
}

const VillageList = (props: Props & { villages: readonly Choosable[] }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const [wanted, setWanted] = useState('')
  const folded = wanted.trim().toLowerCase()
  const found = folded === '' ? props.villages : props.villages.filter((one) => isFound(one, folded))
  const { rows, more, showMore } = useRows(found, props.district + folded)
  return (
    <>
      <Field id="find-village" label={say(areaWords.findVillage)}>
        <input
          id="find-village"
          class="wide"
          type="search"
          autocomplete="off"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </Field>
      <fieldset>
        <legend>{say(areaWords.villagesOf, { name: areaName(props.district, language) })}</legend>
        <p class="hint" role="status">
          {say(areaWords.shown, { n: found.length })}
        </p>
        <div class="options names">
          {rows.map((village) => (
            <VillageBox key={village.code} village={village} areas={props.areas} onChange={props.onChange} />
          ))}
        </div>
        <ShowMore more={more} showMore={showMore} />
      </fieldset>
    </>
  )
}

const Where = ({ villages, areas }: Pick<Props, 'areas'> & { villages: readonly Choosable[] }) => {
  const say = useWords()
  const taken = villages.filter(({ code }) => covered(areas, code)).length
  return (
    <div class="choosing">
      <DotMap
        label={say(areaWords.map, { n: taken, all: villages.length })}
        dots={villages.map((village) => ({ village, tone: covered(areas, village.code) ? 'done' : 'waits' }))}
      />
    </div>
  )
}

/** The villages of a district, to be taken one by one or at once, and where they lie. */
export const ChooseVillages = (props: Props) => {
  const say = useWords()
  const { own, areas } = props
  const loaded = useDistrict(props.district)
  const villages = useMemo(
    () => (loaded.body ?? []).filter(({ code }) => mayWarn(own, code)),
    [loaded.body, own],
  )
  // Every key of the form renders it anew; 1,000 dots are drawn only where something of them has changed.
  const map = useMemo(() => <Where villages={villages} areas={areas} />, [villages, areas])
  return (
    <>
      <LoadedState loaded={loaded} />
      {loaded.body?.length === 0 ? <p>{say(areaWords.noVillages)}</p> : null}
      {villages.length === 0 ? null : (
        <>
          <AtOnce {...props} villages={villages} />
          {map}
          <VillageList {...props} villages={villages} />
        </>
      )}
    </>
  )
}
