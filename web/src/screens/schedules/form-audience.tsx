import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { duties, exposures } from '../../../../shared/domain/village.ts'
import { Radios } from '../../ui/radios.tsx'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { FormLine } from './form-line.tsx'

type BoxesProps<Value extends string | number> = {
  legend: string
  values: readonly Value[]
  nameOf: (value: Value) => string
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Answers of which any number is taken. */
const Boxes = <Value extends string | number>(props: BoxesProps<Value>) => {
  const { legend, values, nameOf, chosen, onChange } = props
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="options">
        {values.map((value) => (
          <label key={value} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() =>
                onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
              }
            />
            <span>{nameOf(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const exposureWords = {
  1: scheduleFormWords.exposure1,
  2: scheduleFormWords.exposure2,
  3: scheduleFormWords.exposure3,
} as const

/** Whom of the areas it is for. */
export const AudienceGroup = ({ draft, change }: EditingSchedule) => {
  const say = useWords()
  return (
    <section>
      <h2>{say(scheduleFormWords.whom)}</h2>
      <p class="hint">{say(scheduleFormWords.whomHint)}</p>
      <Boxes
        legend={say(scheduleFormWords.exposures)}
        values={[...exposures].reverse()}
        nameOf={(value) => say(exposureWords[value])}
        chosen={draft.exposures}
        onChange={(chosen) => change({ exposures: chosen })}
      />
      <details open={draft.duties.length > 0}>
        <summary>{say(scheduleFormWords.duties)}</summary>
        <Boxes
          legend={say(scheduleFormWords.duties)}
          values={duties}
          nameOf={(duty) => say(dutyLabels[duty])}
          chosen={draft.duties}
          onChange={(chosen) => change({ duties: chosen })}
        />
      </details>
    </section>
  )
}

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
