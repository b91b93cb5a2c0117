import { nowMs } from '../../clock.ts'
import { Field } from '../../ui/field.tsx'
import { Radios } from '../../ui/radios.tsx'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { monthWords, scheduleFormWords } from '../../words/schedule-form-words.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { FormLine } from './form-line.tsx'
import { nextRuns, recurrenceOf } from './schedule-draft.ts'

const types = ['once', 'yearly', 'monthly', 'before-rains'] as const

const DayOfYear = ({ draft, change, faultOf }: EditingSchedule) => {
  const say = useWords()
  const { type, month, day } = draft
  return (
    <div class="beside">
      <FormLine
        id="day"
        label={say(scheduleFormWords.day)}
        hint={say(scheduleFormWords.dayHint)}
        type="number"
        value={day}
        error={faultOf('day')}
        onInput={(value) => change({ day: value })}
      />
      {type === 'yearly' ? (
        <Field id="month" label={say(scheduleFormWords.month)}>
          <select id="month" value={month} onChange={(event) => change({ month: event.currentTarget.value })}>
            {monthWords.map((words, at) => (
              <option key={words.en} value={String(at + 1)}>
                {say(words)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
    </div>
  )
}

/** Which day is meant, as the kind of recurrence asks for it. */
const Day = (props: EditingSchedule) => {
  const say = useWords()
  const { draft, change, faultOf } = props
  switch (draft.type) {
    case 'once':
      return (
        <FormLine
          id="date"
          label={say(scheduleFormWords.date)}
          type="date"
          value={draft.date}
          error={faultOf('date')}
          onInput={(date) => change({ date })}
        />
      )
    case 'before-rains':
      return (
        <FormLine
          id="days-before"
          label={say(scheduleFormWords.daysBefore)}
          hint={say(scheduleFormWords.daysBeforeHint)}
          type="number"
          value={draft.daysBefore}
          error={faultOf('days-before')}
          onInput={(daysBefore) => change({ daysBefore })}
        />
      )
    case 'yearly':
    case 'monthly':
      return <DayOfYear {...props} />
    default:
      return draft.type satisfies never
  }
}

const isUsuallyQuiet = (time: string): boolean => time !== '' && (time >= '20:00' || time < '07:00')

/** When it would run next, as soon as that is said. */
const Preview = ({ draft }: Pick<EditingSchedule, 'draft'>) => {
  const say = useWords()
  const recurrence = recurrenceOf(draft)
  const runs = recurrence === undefined ? undefined : nextRuns(recurrence, nowMs())
  const title = draft.type === 'before-rains' ? scheduleFormWords.previewRains : scheduleFormWords.preview
  return (
    <div role="status">
      {runs === undefined ? null : runs.length === 0 ? (
        <p class="error">{say(scheduleFormWords.noRun)}</p>
      ) : (
        <p class="card">
          {say(title)}: <b>{runs.map(fullTime).join(', ')}</b>
        </p>
      )}
    </div>
  )
}

/** When it runs: once, or again and again. */
export const WhenGroup = (props: EditingSchedule) => {
  const say = useWords()
  const { draft, change, faultOf } = props
  const hints = {
    once: undefined,
    yearly: say(scheduleFormWords.yearlyHint),
    monthly: undefined,
    'before-rains': say(scheduleFormWords.rainsHint),
  } as const
  return (
    <section>
      <h2>{say(scheduleFormWords.runs)}</h2>
      <Radios
        name="often"
        legend={say(scheduleFormWords.often)}
        options={types.map((value) => ({ value, label: say(scheduleFormWords[value]), hint: hints[value] }))}
        chosen={draft.type}
        onChoose={(type) => change({ type })}
      />
      <Day {...props} />
      <FormLine
        id="time"
        label={say(scheduleFormWords.time)}
        hint={isUsuallyQuiet(draft.time) ? say(scheduleFormWords.inQuiet) : undefined}
        type="time"
        value={draft.time}
        error={faultOf('time')}
        onInput={(time) => change({ time })}
      />
      <Preview draft={draft} />
    </section>
  )
}
