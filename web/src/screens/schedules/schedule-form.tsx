import { useState } from 'preact/hooks'
import { alertModes, hazards } from '../../../../shared/domain/alert.ts'
import type { Draft } from '../../draft.ts'
import type { CallResult } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { hazardWords, modeNames } from '../../words/alert-words.ts'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import { Areas } from '../compose/areas.tsx'
import { useWording } from '../compose/use-wording.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { findScheduleFaults } from './find-schedule-faults.ts'
import { AudienceGroup, LateGroup } from './form-audience.tsx'
import { FormLine } from './form-line.tsx'
import { WhenGroup } from './form-when.tsx'
import { WordsGroup } from './form-words.tsx'
import { inScheduleWords } from './in-schedule-words.ts'
import type { Schedule } from './recurrence-text.ts'
import { scheduleBodyOf, type ScheduleBody, type ScheduleDraft } from './schedule-draft.ts'

type Props = {
  first: ScheduleDraft
  own: readonly string[]
  /** True of a schedule that exists: its mode stays. */
  isEdit: boolean
  /** Sends what was written. */
  save: (body: ScheduleBody, idempotencyKey: string) => Promise<CallResult<Schedule>>
  onSaved: (schedule: Schedule) => void
}

/** Of a draft with a fault nothing is sent. */
const notReady = { ok: false, failure: { kind: 'failed', status: 0 } } as const

const About = ({ draft, changeAlert, faultOf, isEdit }: EditingSchedule & { isEdit: boolean }) => {
  const say = useWords()
  const { hazard, mode } = draft.alert
  return (
    <section>
      <h2>{say(scheduleFormWords.about)}</h2>
      <Radios
        name="hazard"
        legend={say(scheduleFormWords.hazard)}
        error={faultOf('hazard')}
        options={hazards.map((value) => ({ value, label: say(hazardWords[value]) }))}
        chosen={hazard}
        onChoose={(value) => changeAlert({ hazard: value })}
      />
      {isEdit ? (
        <p>
          <b>{say(modeNames[mode])}</b> <span class="hint">{say(scheduleFormWords.modeFixed)}</span>
        </p>
      ) : (
        <Radios
          name="mode"
          legend={say(scheduleFormWords.mode)}
          options={alertModes.map((value) => ({ value, label: say(modeNames[value]) }))}
          chosen={mode}
          onChoose={(value) => changeAlert({ mode: value })}
        />
      )}
    </section>
  )
}

/** A schedule from its name to its last hour; faults are told when the officer saves, all at once. */
export const ScheduleForm = ({ first, own, isEdit, save, onSaved }: Props) => {
  const say = useWords()
  const [draft, setDraft] = useState(first)
  const [told, setTold] = useState<readonly FormError[]>([])
  const [showsFaults, setShowsFaults] = useState(false)
  const known = useWording(draft.alert)
  const faults = findScheduleFaults(draft, known.wording, Date.now(), say)
  const sending = inScheduleWords(
    useSend(async (idempotencyKey) => {
      const body = scheduleBodyOf(draft, known.wording)
      return body === undefined ? notReady : save(body, idempotencyKey)
    }, onSaved),
    say,
  )
  const send = async (): Promise<boolean> => {
    setTold([...faults])
    setShowsFaults(faults.length > 0)
    return faults.length === 0 && sending.send()
  }
  const editing: EditingSchedule = {
    draft,
    change: (changes) => setDraft((now) => ({ ...now, ...changes })),
    changeAlert: (changes: Partial<Draft>) =>
      setDraft((now) => ({ ...now, alert: { ...now.alert, ...changes } })),
    faultOf: (id) => (showsFaults ? faults.find((fault) => fault.id === id)?.message : undefined),
  }
  return (
    <>
      <ModeBanner mode={draft.alert.mode} />
      <ErrorSummary errors={told} />
      <FormLine
        id="name"
        label={say(scheduleFormWords.name)}
        hint={say(scheduleFormWords.nameHint)}
        maxLength={80}
        value={draft.name}
        error={editing.faultOf('name')}
        onInput={(name) => editing.change({ name })}
      />
      <About {...editing} isEdit={isEdit} />
      <Areas
        draft={draft.alert}
        change={editing.changeAlert}
        faultOf={editing.faultOf}
        locked={isEdit}
        own={own}
      />
      <WordsGroup {...editing} known={known} />
      <WhenGroup {...editing} />
      <AudienceGroup {...editing} />
      <LateGroup {...editing} />
      <p>{say(scheduleFormWords.answersFor)}</p>
      <SendButton sending={{ ...sending, send }}>{say(scheduleFormWords.save)}</SendButton>
    </>
  )
}
