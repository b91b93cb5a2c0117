import type { Loaded } from '../api/use-loaded.ts'
import { commonWords } from '../words/common-words.ts'
import { shortTime } from '../words/dates.ts'
import { useWords } from '../words/language.ts'
import { Failure } from './failure.tsx'
import { Loading } from './loading.tsx'

/** How fresh what a screen shows is: nothing while it is, words where it is loading, old, or cannot be had. */
export const LoadedState = ({ loaded }: { loaded: Loaded<unknown> }) => {
  const say = useWords()
  if (loaded.failure !== undefined) {
    return (
      <>
        <Failure failure={loaded.failure} retry={loaded.reload} />
        {loaded.body === undefined || loaded.readAtIso === undefined ? null : (
          <p class="hint">{say(commonWords.asOf, { time: shortTime(loaded.readAtIso) })}</p>
        )}
      </>
    )
  }
  return loaded.body === undefined ? <Loading /> : null
}
