import { ownWords, type TemplateView } from '../../drafts/draft.ts'
import { slotsInWords } from '../../words/slots-in-words.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import { ChooseWords } from '../compose/choose-words.tsx'
import { slotName } from '../compose/find-faults.ts'
import type { KnownTemplates } from '../compose/use-templates.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { FormLine } from './form-line.tsx'
import { timeOf } from './schedule-draft.ts'

type Props = EditingSchedule & { known: KnownTemplates }
type Slot = TemplateView['slots'][number]

/** A time that moves with the run: so many days after it, at an hour. */
const RelativeTimeField = ({ draft, change, faultOf, slot: { slot } }: EditingSchedule & { slot: Slot }) => {
  const say = useWords()
  const what = slotName(say, slot)
  const id = `slot-${slot}`
  const now = timeOf(draft, slot)
  const set = (changes: Partial<typeof now>): void =>
    change({ times: { ...draft.times, [slot]: { ...now, ...changes } } })
  return (
    <div class="beside">
      <FormLine
        id={id}
        label={say(scheduleFormWords.daysAfter, { what })}
        type="number"
        value={now.daysAfter}
        error={faultOf(id)}
        onInput={(daysAfter) => set({ daysAfter })}
      />
      <FormLine
        id={`${id}-time`}
        label={say(scheduleFormWords.atTime, { what })}
        type="time"
        value={now.time}
        error={faultOf(`${id}-time`)}
        onInput={(time) => set({ time })}
      />
    </div>
  )
}

/** The words as they stand in the template: each run fills them in. */
const Wordings = ({ wording }: Pick<KnownTemplates, 'wording'>) =>
  wording === undefined || wording === ownWords ? null : (
    <>
      {wording.wordings.map(({ language, text }) => (
        <blockquote key={language} lang={language}>
          {slotsInWords(text, language)}
        </blockquote>
      ))}
    </>
  )

/** What it says: a template whose times move with the run, or words of one's own. */
export const WordsGroup = ({ known, ...props }: Props) => {
  const say = useWords()
  const { draft, changeAlert, faultOf } = props
  const isReady = draft.alert.hazard !== undefined
  return (
    <section>
      <h2>{say(scheduleFormWords.says)}</h2>
      {isReady ? null : <p class="hint">{say(scheduleFormWords.hazardFirst)}</p>}
      {isReady && known.list.body === undefined ? <LoadedState loaded={known.list} /> : null}
      {isReady && known.list.body !== undefined ? (
        <>
          <ChooseWords
            draft={draft.alert}
            change={changeAlert}
            faultOf={faultOf}
            locked={false}
            known={known}
            // Times that move with the run cannot stand in words of one's own: those begin empty.
            textOf={() => ''}
            fieldOf={(slot) =>
              slot.type === 'time' ? <RelativeTimeField key={slot.slot} {...props} slot={slot} /> : undefined
            }
          />
          <Wordings wording={known.wording} />
        </>
      ) : null}
    </section>
  )
}
