import { useState } from 'preact/hooks'
import { alertModes, hazards } from '../../../../shared/domain/alert.ts'
import type { Draft } from '../../drafts/draft.ts'
import type { CallResult } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useOwnDraft } from '../../drafts/use-kept-draft.ts'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { KeptDraft } from '../../ui/kept-draft.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { hazardWords, modeNames } from '../../words/alert-words.ts'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import { scheduleSays } from '../../words/schedule-words.ts'
import { Areas } from '../compose/areas.tsx'
import { AudienceGroup } from '../compose/audience.tsx'
import { nowMs } from '../../clock.ts'
import { useWording } from '../compose/use-wording.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { findScheduleFaults } from './find-schedule-faults.ts'
import { LateGroup } from './form-late.tsx'
import { FormLine } from './form-line.tsx'
import { WhenGroup } from './form-when.tsx'
import { WordsGroup } from './form-words.tsx'
import type { Schedule } from './recurrence-text.ts'
import { scheduleBodyOf, type ScheduleBody, type ScheduleDraft } from './schedule-draft.ts'

type Props = {
  /** Under which name, and of whom, the device keeps what is not saved yet. */
  name: string
  personId: string
  first: () => ScheduleDraft
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
export const ScheduleForm = ({ name, personId, first, own, isEdit, save, onSaved }: Props) => {
  const say = useWords()
  const kept = useOwnDraft(name, personId, first)
  const { draft, change } = kept
  const [told, setTold] = useState<readonly FormError[]>([])
  const [showsFaults, setShowsFaults] = useState(false)
  const known = useWording(draft.alert)
  const faults = findScheduleFaults(draft, known.wording, nowMs(), say)
  const sending = useSend(
    async (idempotencyKey) => {
      const body = scheduleBodyOf(draft, known.wording)
      return body === undefined ? notReady : save(body, idempotencyKey)
    },
    (schedule) => {
      kept.forget()
      onSaved(schedule)
    },
  )
  const send = async (): Promise<boolean> => {
    setTold([...faults])
    setShowsFaults(faults.length > 0)
    return faults.length === 0 && sending.send()
  }
  const editing: EditingSchedule = {
    draft,
    change,
    changeAlert: (changes: Partial<Draft>) => change(({ alert }) => ({ alert: { ...alert, ...changes } })),
    faultOf: (id) => (showsFaults ? faults.find((fault) => fault.id === id)?.message : undefined),
  }
  return (
    <>
      <ModeBanner mode={draft.alert.mode} />
      <KeptDraft own={kept} />
      <ErrorSummary errors={told} />
      <FormLine
        id="name"
        label={say(scheduleFormWords.name)}
        hint={say(scheduleFormWords.nameHint)}
        maxLength={80}
        value={draft.name}
        error={editing.faultOf('name')}
        onInput={(typed) => change({ name: typed })}
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
      <AudienceGroup title={say(scheduleFormWords.whom)} draft={draft.alert} change={editing.changeAlert} />
      <LateGroup {...editing} />
      <p>{say(scheduleFormWords.answersFor)}</p>
      <SendButton sending={{ ...sending, send }} says={scheduleSays}>
        {say(scheduleFormWords.save)}
      </SendButton>
    </>
  )
}
