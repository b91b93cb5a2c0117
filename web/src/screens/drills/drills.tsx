import { useState } from 'preact/hooks'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Radios } from '../../ui/radios.tsx'
import { Screen } from '../../ui/screen.tsx'
import { drillWords } from '../../words/drill-words.ts'
import { useWords } from '../../words/language.ts'
import { FormerDrills } from './former-drills.tsx'

const Begin = () => {
  const say = useWords()
  const [mode, setMode] = useState<'exercise' | 'test'>('exercise')
  const [reaches, setReaches] = useState<'phones' | 'nobody'>('phones')
  return (
    <section>
      <h2>{say(drillWords.begin)}</h2>
      <Radios
        name="mode"
        legend={say(drillWords.kind)}
        options={[
          { value: 'exercise', label: say(drillWords.exercise), hint: say(drillWords.exerciseHint) },
          { value: 'test', label: say(drillWords.test), hint: say(drillWords.testHint) },
        ]}
        chosen={mode}
        onChoose={setMode}
      />
      <Radios
        name="reaches"
        legend={say(drillWords.reaches)}
        options={[
          { value: 'phones', label: say(drillWords.phones), hint: say(drillWords.phonesHint) },
          { value: 'nobody', label: say(drillWords.nobody), hint: say(drillWords.nobodyHint) },
        ]}
        chosen={reaches}
        onChoose={setReaches}
      />
      <p class="hint">{say(drillWords.beside)}</p>
      <p>
        <a class="button primary" href={`/alerts/new?mode=${mode}&reaches=${reaches}`}>
          {say(drillWords.goOn)}
        </a>
      </p>
    </section>
  )
}

/** One place to begin a drill, and to see what became of the former ones. */
export const Drills = () => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <Screen title={say(drillWords.title)}>
      <p>{say(drillWords.why)}</p>
      {mayIssue(person) ? <Begin /> : null}
      <FormerDrills />
    </Screen>
  )
}
