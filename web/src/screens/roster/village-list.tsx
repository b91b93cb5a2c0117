import { useMemo, useState } from 'preact/hooks'
import { useSignal } from '../../signal.ts'
import { Field } from '../../ui/field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { villageName } from '../../names/village-name.ts'
import { wholeNumber } from '../../words/dates.ts'
import { exposureLevels } from '../../words/exposure-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { DotMap } from '../track/dot-map.tsx'
import {
  countFilters,
  findVillages,
  isWithoutContact,
  toSearchable,
  villageFilters,
  type ListedVillage,
  type VillageFilter,
} from './find-villages.ts'

const filterWords = {
  all: rosterWords.all,
  'without-contact': rosterWords.withoutContact,
  failing: rosterWords.failing,
  'no-safe-place': rosterWords.noSafePlace,
} as const

type FilterProps = {
  villages: readonly ListedVillage[]
  chosen: VillageFilter
  onChoose: (filter: VillageFilter) => void
}

const Filters = ({ villages, chosen, onChoose }: FilterProps) => {
  const say = useWords()
  const counts = useMemo(() => countFilters(villages), [villages])
  return (
    <ul class="chips" aria-label={say(rosterWords.show)}>
      {villageFilters
        .filter((filter) => filter === 'all' || counts[filter] > 0)
        .map((filter) => (
          <li key={filter}>
            <button type="button" aria-pressed={chosen === filter} onClick={() => onChoose(filter)}>
              {`${wholeNumber(counts[filter])} ${say(filterWords[filter])}`}
            </button>
          </li>
        ))}
    </ul>
  )
}

const VillageRow = ({ village }: { village: ListedVillage }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { code, contacts, quarantined, exposure, status } = village
  const other = villageName(village, '', language === 'lo' ? 'en' : 'lo')
  const name = villageName(village, code, language)
  return (
    <tr>
      <th scope="row">
        <a href={`/villages/${code.slice(0, 4)}/${code}`}>{name}</a>
        {other === name ? null : <span class="hint"> {other}</span>}
        {status === 'active' ? null : <span class="hint"> ({say(rosterWords[status])})</span>}
      </th>
      <td>
        {isWithoutContact(village) ? (
          <Tag tone="wrong">{say(rosterWords.withoutContact)}</Tag>
        ) : (
          wholeNumber(contacts)
        )}
        {quarantined === 0 ? null : (
          <>
            {' '}
            <Tag tone="waits">{say(rosterWords.failingCount, { n: quarantined })}</Tag>
          </>
        )}
      </td>
      <td>{exposure == null ? '–' : say(exposureLevels[exposure])}</td>
    </tr>
  )
}

const VillageTable = ({ villages, name }: { villages: readonly ListedVillage[]; name: string }) => {
  const say = useWords()
  const { rows, more, showMore } = useRows(villages, name)
  if (villages.length === 0) return <p>{say(rosterWords.noneFound)}</p>
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(rosterWords.village)}</th>
            <th scope="col">{say(rosterWords.contacts)}</th>
            <th scope="col">{say(rosterWords.exposure)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((village) => (
            <VillageRow key={village.code} village={village} />
          ))}
        </tbody>
      </table>
      <ShowMore more={more} showMore={showMore} />
    </>
  )
}

const VillageMap = ({ villages }: { villages: readonly ListedVillage[] }) => {
  const say = useWords()
  // Drawn anew with another district alone: a search narrows the table, and 1,000 dots would slow each keystroke.
  return useMemo(() => {
    const without = villages.filter(isWithoutContact).length
    const label = say(rosterWords.map, { contact: villages.length - without, without })
    const dots = villages.map((village) => ({
      village,
      tone: isWithoutContact(village) ? ('wrong' as const) : ('plain' as const),
    }))
    return (
      <details>
        <summary>{say(rosterWords.onMap)}</summary>
        <p class="hint">{label}</p>
        <DotMap dots={dots} label={label} />
      </details>
    )
  }, [villages, say(rosterWords.onMap)])
}

/** The villages of a district: searched by name in either script, filtered, 50 at a time, and on a map. */
export const VillageList = ({ villages }: { villages: readonly ListedVillage[] }) => {
  const say = useWords()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<VillageFilter>('all')
  const searchable = useMemo(() => toSearchable(villages), [villages])
  const found = findVillages(searchable, { filter, words })
  if (villages.length === 0) return <p>{say(rosterWords.emptyDistrict)}</p>
  return (
    <>
      <Field id="search" label={say(rosterWords.search)}>
        <input
          id="search"
          type="search"
          class="wide"
          autocomplete="off"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </Field>
      <Filters villages={villages} chosen={filter} onChoose={setFilter} />
      <VillageMap villages={villages} />
      <p role="status">
        {say(rosterWords.shown, { found: wholeNumber(found.length), all: wholeNumber(villages.length) })}
      </p>
      <VillageTable villages={found} name={`${filter} ${words}`} />
    </>
  )
}
