import { useAreaNames } from '../api/use-area-names.ts'
import { useWords } from '../words/language.ts'
import { liveWords } from '../words/live-words.ts'

/** A village that asked for help, and of which alert. */
export type Asking = { alertId: string; code: string }

/** Villages whose people said on the phone that they need help: before everything else. */
export const NeedsHelp = ({ villages }: { villages: readonly Asking[] }) => {
  const say = useWords()
  const nameAreas = useAreaNames(villages.map(({ code }) => code))
  if (villages.length === 0) return null
  return (
    <section class="card error">
      <h2>{say(liveWords.needHelp)}</h2>
      <ul>
        {villages.map(({ alertId, code }) => (
          <li key={`${alertId} ${code}`}>
            <a class="tap" href={`/alerts/${alertId}/villages/${code}`}>
              {nameAreas([code])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
