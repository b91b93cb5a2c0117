import type { ComponentChildren } from 'preact'
import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { audienceText } from '../../words/audience-text.ts'
import { useSignal } from '../../signal.ts'
import { usePersonNames } from '../../names/use-person-names.ts'
import { hazardWords } from '../../words/alert-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { scheduleWords } from '../../words/schedule-words.ts'
import { recurrenceText, type Schedule } from './recurrence-text.ts'

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The template by its name, as far as the list of templates is known. */
const TemplateName = ({ id }: { id: string }) => {
  const language = useSignal(chosenLanguage)
  const loaded = useLoaded('templates', () => callApi('GET /v1/templates'), { keepAs: 'templates' })
  const name = loaded.body?.templates.find((template) => template.id === id)?.name[language]
  return <a href={`/templates/${id}`}>{name ?? id}</a>
}

const Message = ({ schedule: { texts, template } }: { schedule: Schedule }) => {
  if (template !== null) return <TemplateName id={template.id} />
  return (
    <>
      {(['lo', 'en'] as const).map((language) =>
        texts?.[language] === undefined ? null : (
          <blockquote key={language} lang={language}>
            {texts[language]}
          </blockquote>
        ),
      )}
    </>
  )
}

/** What a schedule sends, when, to whom, and who answers for it. */
export const ScheduleFacts = ({ schedule }: { schedule: Schedule }) => {
  const say = useWords()
  const { hazard, areas, audience, recurrence, missed, validHours, responsible, people } = schedule
  const nameOf = usePersonNames(people)
  const nameAreas = useAreaNames(areas)
  return (
    <dl class="facts">
      <Fact name={say(scheduleWords.when)}>{recurrenceText(say, recurrence)}</Fact>
      <Fact name={say(scheduleWords.what)}>
        {say(hazardWords[hazard])}: <Message schedule={schedule} />
      </Fact>
      <Fact name={say(scheduleWords.where)}>{nameAreas(areas, 20)}</Fact>
      <Fact name={say(scheduleWords.whom)}>{audienceText(say, audience)}</Fact>
      <Fact name={say(scheduleWords.late)}>
        {missed.policy === 'skip'
          ? say(scheduleWords.lateSkipped)
          : say(scheduleWords.lateSent, { n: missed.windowHours })}
      </Fact>
      <Fact name={say(scheduleWords.holds)}>{say(scheduleWords.hours, { n: validHours })}</Fact>
      <Fact name={say(scheduleWords.responsible)}>
        {nameOf(responsible)}. <span class="hint">{say(scheduleWords.youWould)}</span>
      </Fact>
    </dl>
  )
}
