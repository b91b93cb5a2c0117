import { hazards } from '../../../../shared/domain/alert.ts'
import { openingLevels } from '../../../../shared/domain/level.ts'
import { nowIso } from '../../clock.ts'
import { hazardWords, levelWords } from '../../words/alert-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { useWords } from '../../words/language.ts'
import { Radios } from '../../ui/radios.tsx'
import type { Editing } from './editing.ts'

const levelHints = {
  prepare: composeWords.prepareHint,
  watch: composeWords.watchHint,
  warning: composeWords.warningHint,
  evacuate: composeWords.evacuateHint,
} as const

/** What the danger is and what people must do, in the officer's words; both together pick the template. */
export const Danger = ({ draft, change, faultOf, locked }: Editing) => {
  const say = useWords()
  return (
    <section class="choices">
      <h2>{say(composeWords.danger)}</h2>
      {locked ? (
        <p>
          <b>{draft.hazard === undefined ? '' : say(hazardWords[draft.hazard])}</b>{' '}
          <span class="hint">{say(composeWords.locked)}</span>
        </p>
      ) : (
        <Radios
          name="hazard"
          legend={say(composeWords.hazard)}
          error={faultOf('hazard')}
          options={hazards.map((value) => ({ value, label: say(hazardWords[value]) }))}
          chosen={draft.hazard}
          onChoose={(hazard) => change({ hazard, wording: undefined, timesFromIso: nowIso() })}
        />
      )}
      <Radios
        name="level"
        legend={say(composeWords.level)}
        error={faultOf('level')}
        options={openingLevels.map((value) => ({
          value,
          label: say(levelWords[value]),
          hint: say(levelHints[value]),
        }))}
        chosen={draft.level}
        onChoose={(level) => change({ level, wording: undefined, timesFromIso: nowIso() })}
      />
    </section>
  )
}
