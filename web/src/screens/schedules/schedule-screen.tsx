import { useRoute } from 'preact-iso'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { usePersonNames } from '../../names/use-person-names.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { scheduleActionWords, scheduleWords } from '../../words/schedule-words.ts'
import { mayWarn } from '../compose/own-areas.ts'
import type { Schedule } from './recurrence-text.ts'
import { ScheduleFacts } from './schedule-facts.tsx'
import { ScheduleRuns } from './schedule-runs.tsx'
import { ScheduleTags } from './schedule-tags.tsx'
import { Steer } from './steer.tsx'

/** Who changed it, and when. */
const History = ({ schedule }: { schedule: Schedule }) => {
  const say = useWords()
  const nameOf = usePersonNames(schedule.people)
  return (
    <details>
      <summary>{say(scheduleWords.history)}</summary>
      <ul>
        {schedule.history.map(({ action, by, atIso, note }) => {
          const words = scheduleActionWords[action]
          return (
            <li key={`${atIso} ${action}`}>
              {fullTime(atIso)}: {words === undefined ? action : say(words)}, {nameOf(by)}
              {note === undefined ? null : `. ${note}`}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** Its runs, read anew after every change of it. */
const Runs = ({ schedule: { scheduleId, etag, state } }: { schedule: Schedule }) => {
  const runs = useLoaded(`runs ${scheduleId} ${etag}`, () =>
    callApi('GET /v1/schedules/{scheduleId}/runs', { params: { scheduleId }, query: { next: 5 } }),
  )
  return (
    <>
      <LoadedState loaded={runs} />
      {runs.body === undefined ? null : <ScheduleRuns runs={runs.body} state={state} />}
    </>
  )
}

/** A schedule: what it sends, when, to whom, what became of its runs, and what an officer can do with it. */
export const ScheduleScreen = () => {
  const say = useWords()
  const person = useSignal(me)
  const { scheduleId = '' } = useRoute().params
  const loaded = useLoaded(
    `schedule ${scheduleId}`,
    () => callApi('GET /v1/schedules/{scheduleId}', { params: { scheduleId } }),
    { keepAs: `schedule.${scheduleId}` },
  )
  const schedule = loaded.body
  const isOwn = schedule?.areas.every((area) => mayWarn(person?.areas ?? [], area)) === true
  return (
    <Screen title={schedule?.name ?? say(scheduleWords.title)}>
      <p>
        <a class="tap" href="/schedules">
          ← {say(scheduleWords.title)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      {schedule === undefined ? null : (
        <>
          <ModeBanner mode={schedule.mode} />
          <ScheduleTags schedule={schedule} />
          {!mayIssue(person) || schedule.state === 'ended' ? null : isOwn ? (
            <Steer schedule={schedule} onChanged={loaded.reload} />
          ) : (
            <p>{say(scheduleWords.notYours)}</p>
          )}
          <ScheduleFacts schedule={schedule} />
          <Runs schedule={schedule} />
          <History schedule={schedule} />
        </>
      )}
    </Screen>
  )
}
