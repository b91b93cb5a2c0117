import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { importWords } from '../../words/import-words.ts'
import { useWords, type Words } from '../../words/language.ts'
import type { LastImport as Kept } from './last-import.ts'

const stateWords: Readonly<Record<AnswerOf<'GET /v1/roster-imports/{importId}'>['state'], Words>> = {
  'waiting-for-file': importWords.isWaiting,
  planning: importWords.isWorking,
  planned: importWords.isPlanned,
  refused: importWords.isRefused,
  applying: importWords.isWorking,
  applied: importWords.isDone,
  'applied-in-part': importWords.appliedInPart,
  undoing: importWords.isWorking,
  undone: importWords.isUndone,
  'undone-in-part': importWords.undoneInPart,
}

/** The import that was begun here before, with how far it is: the tab may have been closed in the middle of it. */
export const LastImport = ({ last }: { last: Kept }) => {
  const say = useWords()
  const { body } = useLoaded(`import ${last.id}`, () =>
    callApi('GET /v1/roster-imports/{importId}', { params: { importId: last.id } }),
  )
  return (
    <div class="card">
      <h2>{say(importWords.last)}</h2>
      {body === undefined ? null : <p>{say(stateWords[body.state])}</p>}
      <a class="button" href={`/villages/import/${last.id}`}>
        {say(importWords.goOn, { name: last.fileName })}
      </a>
    </div>
  )
}
