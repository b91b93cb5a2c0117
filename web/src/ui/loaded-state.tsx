import type { Loaded } from '../api/use-loaded.ts'
import { commonWords } from '../words/common-words.ts'
import { shortTime } from '../words/dates.ts'
import { useWords } from '../words/language.ts'
import { Failure } from './failure.tsx'
import { Loading } from './loading.tsx'

/** What is older than this is shown with its time while something newer is on its way, which takes a minute on 2G. */
const freshMs = 60_000

/** How fresh what a screen shows is: nothing while it is, words where it is loading, old, or cannot be had. */
export const LoadedState = ({ loaded }: { loaded: Loaded<unknown> }) => {
  const say = useWords()
  const { body, failure, readAtIso, loading, reload } = loaded
  if (body === undefined && failure === undefined) return <Loading />
  const isOld = loading && Date.now() - Date.parse(readAtIso ?? '') > freshMs
  return (
    <>
      {failure === undefined ? null : <Failure failure={failure} retry={reload} />}
      {body !== undefined && readAtIso !== undefined && (failure !== undefined || isOld) ? (
        <p class="hint">{say(commonWords.asOf, { time: shortTime(readAtIso) })}</p>
      ) : null}
    </>
  )
}
