import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { fullTime } from '../../words/dates.ts'
import { homeWords } from '../../words/home-words.ts'
import { useWords } from '../../words/language.ts'

const most = 3

/** What Siang sends by itself next; nothing where there is nothing, or it cannot be told. */
export const NextSchedules = () => {
  const say = useWords()
  const loaded = useLoaded('next schedules', () => callApi('GET /v1/schedules'), { keepAs: 'schedules' })
  const next = (loaded.body?.schedules ?? [])
    .flatMap((schedule) =>
      schedule.nextRunAtIso === null ? [] : [{ ...schedule, nextRunAtIso: schedule.nextRunAtIso }],
    )
    .sort((a, b) => Date.parse(a.nextRunAtIso) - Date.parse(b.nextRunAtIso))
    .slice(0, most)
  if (next.length === 0) return null
  return (
    <>
      <h2>{say(homeWords.schedules)}</h2>
      <ul class="plain-list">
        {next.map(({ scheduleId, name, nextRunAtIso, awaitsReconfirmation }) => (
          <li key={scheduleId}>
            <a class="tap" href={`/schedules/${scheduleId}`}>
              {say(homeWords.nextRun, { time: fullTime(nextRunAtIso), name })}
            </a>
            {awaitsReconfirmation ? <b> {say(homeWords.awaits)}</b> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
