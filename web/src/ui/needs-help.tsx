import { useAreaNames } from '../names/use-area-names.ts'
import { useWords } from '../words/language.ts'
import { liveWords } from '../words/live-words.ts'

/** A village that asked for help, and of which alert. */
type Asking = { alertId: string; code: string }

const mostNamed = 20

type Props = {
  villages: readonly Asking[]
  /** How many others do, beside these. */
  more?: number
}

/** Villages whose people said on the phone that they need help: before everything else. */
export const NeedsHelp = ({ villages, more = 0 }: Props) => {
  const say = useWords()
  const named = villages.slice(0, mostNamed)
  const left = villages.length - named.length + more
  const nameAreas = useAreaNames(named.map(({ code }) => code))
  if (villages.length === 0) return null
  return (
    <section class="card error">
      <h2>{say(liveWords.needHelp)}</h2>
      <ul>
        {named.map(({ alertId, code }) => (
          <li key={`${alertId} ${code}`}>
            <a class="tap" href={`/alerts/${alertId}/villages/${code}`}>
              {nameAreas([code])}
            </a>
          </li>
        ))}
      </ul>
      {left > 0 ? <p>{say(liveWords.moreNeedHelp, { n: left })}</p> : null}
    </section>
  )
}
