import type { AnswerOf } from '../../api/routes.ts'
import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'
import { DistrictSettings } from './district-settings.tsx'
import { ExportRoster } from './export-roster.tsx'

type Props = { area: AnswerOf<'GET /v1/areas'>['areas'][number]; reload: () => void }

/** What an admin does with a district: its villages, its files, its settings. */
export const ManageDistrict = ({ area, reload }: Props) => {
  const say = useWords()
  return (
    <>
      <ul class="chips">
        <li>
          <a class="button" href={`/villages/${area.code}/new`}>
            {say(manageWords.addVillage)}
          </a>
        </li>
        <li>
          <a class="button" href="/villages/import">
            {say(manageWords.importRoster)}
          </a>
        </li>
      </ul>
      <ExportRoster areas={[area.code]} />
      <DistrictSettings area={area} onSaved={reload} />
    </>
  )
}
