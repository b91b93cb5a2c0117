import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { duties, exposures } from '../../../../shared/domain/village.ts'
import { audienceWords } from '../../words/audience-words.ts'
import { exposureChoices } from '../../words/exposure-words.ts'
import { useWords } from '../../words/language.ts'
import type { Editing } from './editing.ts'

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

/** Whom of the areas a preparedness message is for. */
export const AudienceGroup = ({
  title,
  draft,
  change,
}: Pick<Editing, 'draft' | 'change'> & { title: string }) => {
  const say = useWords()
  return (
    <section>
      <h2 id="audience" tabIndex={-1}>
        {title}
      </h2>
      <p class="hint">{say(audienceWords.hint)}</p>
      <Boxes
        legend={say(audienceWords.exposures)}
        values={[...exposures].reverse()}
        nameOf={(value) => say(exposureChoices[value])}
        chosen={draft.exposures}
        onChange={(chosen) => change({ exposures: chosen })}
      />
      <details open={draft.duties.length > 0}>
        <summary>{say(audienceWords.duties)}</summary>
        <Boxes
          legend={say(audienceWords.duties)}
          values={duties}
          nameOf={(duty) => say(dutyLabels[duty])}
          chosen={draft.duties}
          onChange={(chosen) => change({ duties: chosen })}
        />
      </details>
    </section>
  )
}
