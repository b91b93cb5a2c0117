import type { AnswerOf } from '../../api/routes.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useSignal } from '../../signal.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { fullTime } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { runStateWords, scheduleWords } from '../../words/schedule-words.ts'
import type { Schedule } from './recurrence-text.ts'

type Runs = AnswerOf<'GET /v1/schedules/{scheduleId}/runs'>
type PastRun = Runs['past'][number]

/** An issued run is no proof that anybody read it: nothing here is green. */
const toneOf: Readonly<Record<PastRun['state'], Tone>> = {
  started: 'waits',
  issued: 'plain',
  submitted: 'waits',
  skipped: 'wrong',
}

const Past = ({ run }: { run: PastRun }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const nameAreas = useAreaNames([...run.villagesLeftOut, ...run.villagesGone])
  return (
    <li class="card">
      <p>
        <b>{fullTime(run.runAtIso)}</b> <Tag tone={toneOf[run.state]}>{say(runStateWords[run.state])}</Tag>
      </p>
      {run.words === null ? null : <p>{run.words[language]}</p>}
      {run.villagesLeftOut.length === 0 ? null : (
        <p>{say(scheduleWords.leftOut, { names: nameAreas(run.villagesLeftOut, 10) })}</p>
      )}
      {run.villagesGone.length === 0 ? null : (
        <p>{say(scheduleWords.gone, { names: nameAreas(run.villagesGone, 10) })}</p>
      )}
      {run.alertId === null ? null : (
        <a class="tap" href={`/alerts/${run.alertId}`}>
          {say(scheduleWords.seeAlert)}
        </a>
      )}
    </li>
  )
}

const Next = ({ run, isPaused }: { run: Runs['next'][number]; isPaused: boolean }) => {
  const say = useWords()
  const told = [
    ...(isPaused ? [] : [say(run.confirmed ? scheduleWords.confirmed : scheduleWords.notConfirmed)]),
    ...(run.smsFromIso === run.runAtIso
      ? []
      : [say(scheduleWords.smsFrom, { time: fullTime(run.smsFromIso) })]),
  ].join(', ')
  return (
    <li>
      <b>{fullTime(run.runAtIso)}</b>
      {told === '' ? null : ` – ${told}`}
    </li>
  )
}

/** When it runs next, and what became of every run so far, with why nothing was sent. */
export const ScheduleRuns = ({ runs, state }: { runs: Runs; state: Schedule['state'] }) => {
  const say = useWords()
  const { villagesGone } = runs
  const nameAreas = useAreaNames(villagesGone)
  return (
    <>
      {villagesGone.length === 0 ? null : (
        <p class="error">{say(scheduleWords.goneNow, { names: nameAreas(villagesGone, 10) })}</p>
      )}
      <h2>{say(scheduleWords.nextRuns)}</h2>
      {runs.next.length === 0 ? <p>{say(scheduleWords.noNext)}</p> : null}
      <ol>
        {runs.next.map((run) => (
          <Next key={run.runAtIso} run={run} isPaused={state === 'paused'} />
        ))}
      </ol>
      <h2>{say(scheduleWords.pastRuns)}</h2>
      {runs.past.length === 0 ? <p>{say(scheduleWords.noPast)}</p> : null}
      <ul class="plain-list">
        {runs.past.map((run) => (
          <Past key={run.runAtIso} run={run} />
        ))}
      </ul>
    </>
  )
}
