import { ownWords, type TemplateView } from '../../draft.ts'
import { useSignal } from '../../signal.ts'
import { describedBy, Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Radios } from '../../ui/radios.tsx'
import { composeWords } from '../../words/compose-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import { slotName } from '../compose/find-faults.ts'
import { SlotField } from '../compose/slot-field.tsx'
import type { useWording } from '../compose/use-wording.ts'
import type { EditingSchedule } from './editing-schedule.ts'
import { FormLine } from './form-line.tsx'
import { timeOf } from './schedule-draft.ts'

type Props = EditingSchedule & { known: ReturnType<typeof useWording> }
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

const OwnText = ({ draft: { alert }, changeAlert, faultOf }: EditingSchedule) => {
  const say = useWords()
  return (
    <>
      {(['lo', 'en'] as const).map((language) => {
        const id = `text-${language}`
        const error = faultOf(id)
        const hint = language === 'lo' ? say(composeWords.braces) : undefined
        return (
          <Field
            key={language}
            id={id}
            label={say(language === 'lo' ? composeWords.textLo : composeWords.textEn)}
            hint={hint}
            error={error}
          >
            <textarea
              id={id}
              lang={language}
              rows={4}
              maxLength={600}
              aria-describedby={describedBy(id, { hint, error })}
              value={alert.texts[language]}
              onInput={(event) =>
                changeAlert({ texts: { ...alert.texts, [language]: event.currentTarget.value } })
              }
            />
          </Field>
        )
      })}
    </>
  )
}

const Choice = ({ known, ...props }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { draft, changeAlert, faultOf } = props
  const { fitting, chosen, wording, template } = known
  return (
    <>
      {fitting.length === 0 ? (
        <p>{say(composeWords.noTemplate)}</p>
      ) : (
        <Radios
          name="wording"
          legend={say(scheduleFormWords.message)}
          error={faultOf('wording')}
          options={[
            ...fitting.map(({ id, name }) => ({ value: id, label: name[language] })),
            {
              value: ownWords,
              label: say(scheduleFormWords.ownWords),
              hint: say(scheduleFormWords.ownWordsHint),
            },
          ]}
          chosen={chosen}
          onChoose={(value) => changeAlert({ wording: value })}
        />
      )}
      {wording === ownWords ? <OwnText {...props} /> : null}
      {wording === undefined ? <LoadedState loaded={template} /> : null}
      {wording === undefined || wording === ownWords
        ? null
        : wording.slots.map((slot) =>
            slot.type === 'time' ? (
              <RelativeTimeField key={slot.slot} {...props} slot={slot} />
            ) : (
              <SlotField
                key={slot.slot}
                draft={draft.alert}
                change={changeAlert}
                faultOf={faultOf}
                locked={false}
                slot={slot}
                template={wording}
              />
            ),
          )}
      {wording === undefined || wording === ownWords
        ? null
        : wording.wordings.map(({ language: of, text }) => (
            <blockquote key={of} lang={of}>
              {text}
            </blockquote>
          ))}
    </>
  )
}

/** What it says: a template whose times move with the run, or words of one's own. */
export const WordsGroup = ({ known, ...props }: Props) => {
  const say = useWords()
  const isReady = props.draft.alert.hazard !== undefined
  return (
    <section>
      <h2>{say(scheduleFormWords.says)}</h2>
      {isReady ? null : <p class="hint">{say(scheduleFormWords.hazardFirst)}</p>}
      {isReady && known.list.body === undefined ? <LoadedState loaded={known.list} /> : null}
      {isReady && known.list.body !== undefined ? <Choice {...props} known={known} /> : null}
    </section>
  )
}
