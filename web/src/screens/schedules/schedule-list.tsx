import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { usePages } from '../../api/use-pages.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeTag } from '../../ui/mode-tag.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { scheduleWords } from '../../words/schedule-words.ts'
import { recurrenceText, type Schedule } from './recurrence-text.ts'
import { ScheduleTags } from './schedule-tags.tsx'

const Line = ({ schedule }: { schedule: Schedule }) => {
  const say = useWords()
  const { scheduleId, name, mode, areas, recurrence, nextRunAtIso, state } = schedule
  const nameAreas = useAreaNames(areas)
  return (
    <li class="card">
      <h2>
        <a href={`/schedules/${scheduleId}`}>{name}</a> <ModeTag mode={mode} />
      </h2>
      <ScheduleTags schedule={schedule} />
      <p>{recurrenceText(say, recurrence)}</p>
      <p>
        {state !== 'active' || nextRunAtIso === null ? null : (
          <b>{say(scheduleWords.nextAt, { time: fullTime(nextRunAtIso) })}. </b>
        )}
        {nameAreas(areas, 3)}
      </p>
    </li>
  )
}

/** What Siang sends by itself: when next, and what waits for somebody. */
export const ScheduleList = () => {
  const say = useWords()
  const person = useSignal(me)
  const { pages, first, more } = usePages(
    'schedules',
    (cursor) =>
      callApi('GET /v1/schedules', { query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } }),
    ({ nextCursor }) => nextCursor,
    { keepAs: 'schedules' },
  )
  const schedules = pages.flatMap((page) => page.schedules)
  return (
    <Screen title={say(scheduleWords.title)}>
      <p>{say(scheduleWords.why)}</p>
      {mayIssue(person) ? (
        <p>
          <a class="button primary" href="/schedules/new">
            {say(scheduleWords.add)}
          </a>
        </p>
      ) : (
        <p class="hint">{say(scheduleWords.officersWrite)}</p>
      )}
      <LoadedState loaded={first} />
      {first.body === undefined || schedules.length > 0 ? null : <p>{say(scheduleWords.none)}</p>}
      <ul class="plain-list">
        {schedules.map((schedule) => (
          <Line key={schedule.scheduleId} schedule={schedule} />
        ))}
      </ul>
      {more === undefined ? null : (
        <SendButton sending={more} kind="usual">
          {say(scheduleWords.further)}
        </SendButton>
      )}
      <p class="hint">{say(scheduleWords.quiet)}</p>
    </Screen>
  )
}
