import { Radios } from '../../ui/radios.tsx'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { FormLine } from './form-line.tsx'

/** What becomes of a run whose time passed while nothing ran, and how long its message holds. */
export const LateGroup = ({ draft, change, faultOf }: EditingSchedule) => {
  const say = useWords()
  return (
    <section>
      <h2>{say(scheduleFormWords.late)}</h2>
      <Radios
        name="late"
        legend={say(scheduleFormWords.lateWhy)}
        options={(['fire-once', 'skip'] as const).map((value) => ({
          value,
          label: say(scheduleFormWords[value]),
        }))}
        chosen={draft.missed}
        onChoose={(missed) => change({ missed })}
      />
      {draft.missed === 'skip' ? null : (
        <FormLine
          id="window-hours"
          label={say(scheduleFormWords.windowHours)}
          type="number"
          value={draft.windowHours}
          error={faultOf('window-hours')}
          onInput={(windowHours) => change({ windowHours })}
        />
      )}
      <FormLine
        id="valid-hours"
        label={say(scheduleFormWords.validHours)}
        type="number"
        value={draft.validHours}
        error={faultOf('valid-hours')}
        onInput={(validHours) => change({ validHours })}
      />
    </section>
  )
}
