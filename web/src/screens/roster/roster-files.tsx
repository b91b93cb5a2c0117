import { provinces } from '../../../../shared/domain/laos-provinces.ts'
import { wholeCountry } from '../../../../shared/domain/user.ts'
import { importWords } from '../../words/import-words.ts'
import { useWords } from '../../words/language.ts'
import { ExportRoster } from './export-roster.tsx'

const mostExported = 20

/** The whole country is no area of an export: its provinces are. */
const exported = (areas: readonly string[]): readonly string[] =>
  areas.includes(wholeCountry) ? provinces.map(({ code }) => code) : areas

/** The roster, or a template with its villages, of all that a person keeps. */
export const RosterFiles = ({ areas: own }: { areas: readonly string[] }) => {
  const say = useWords()
  const areas = exported(own)
  return (
    <section>
      <h2>{say(importWords.files)}</h2>
      <p>{say(importWords.filesWhat)}</p>
      {areas.length > mostExported ? null : <ExportRoster areas={areas} />}
    </section>
  )
}
