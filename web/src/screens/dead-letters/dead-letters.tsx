import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { deadLetterWords } from '../../words/dead-letter-words.ts'
import { useWords } from '../../words/language.ts'
import { Queue } from './queue.tsx'

type Redriven = AnswerOf<'POST /v1/dead-letters/redrive'>

const Letters = () => {
  const say = useWords()
  const [redriven, setRedriven] = useState<Redriven | undefined>(undefined)
  const loaded = useLoaded('dead-letters', () => callApi('GET /v1/dead-letters'))
  const queues = loaded.body?.queues.filter(({ waiting, messages }) => waiting > 0 || messages.length > 0)
  const take = (answer: Redriven): void => {
    setRedriven(answer)
    loaded.reload()
  }
  return (
    <>
      <p>{say(deadLetterWords.what)}</p>
      <div role="status">
        {redriven === undefined ? null : (
          <p class="card">
            {say(deadLetterWords.moved, { moved: redriven.moved, left: redriven.left })}
            {redriven.notFound.length === 0 ? null : ` ${say(deadLetterWords.someoneElse)}`}
          </p>
        )}
      </div>
      <LoadedState loaded={loaded} />
      {loaded.body?.truncated === true ? <p class="error">{say(deadLetterWords.truncated)}</p> : null}
      {queues?.length === 0 ? <p>{say(deadLetterWords.none)}</p> : null}
      {queues === undefined || queues.length === 0 ? null : (
        <>
          <p>{say(deadLetterWords.againWhat)}</p>
          {queues.map((queue) => (
            <Queue key={queue.queue} queue={queue} onRedriven={take} />
          ))}
        </>
      )}
    </>
  )
}

/** Work that Siang gave up, why, and the way to have it done after all. */
export const DeadLetters = () => {
  const say = useWords()
  return (
    <OnlyWhoMay may="stop-all-sending" title={say(deadLetterWords.title)}>
      <Letters />
    </OnlyWhoMay>
  )
}
