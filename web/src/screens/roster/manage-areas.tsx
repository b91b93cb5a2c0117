import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'
import { ExportRoster } from './export-roster.tsx'

const mostExported = 20

/** What an admin does with the files of several districts at once. */
export const ManageAreas = ({ areas }: { areas: readonly string[] }) => {
  const say = useWords()
  return (
    <>
      <p>
        <a class="button" href="/villages/import">
          {say(manageWords.importRoster)}
        </a>
      </p>
      {areas.length > mostExported ? null : <ExportRoster areas={areas} />}
    </>
  )
}
