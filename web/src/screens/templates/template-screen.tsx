import { useRoute } from 'preact-iso'
import { openingLevels } from '../../../../shared/domain/level.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { hazardWords, levelWords, modeNames } from '../../words/alert-words.ts'
import { chosenLanguage, useWords, type ConsoleLanguage, type Say } from '../../words/language.ts'
import { slotWords } from '../../words/slot-words.ts'
import { templateWords } from '../../words/template-words.ts'
import { inSlots } from './in-slots.ts'

type Template = AnswerOf<'GET /v1/templates/{templateId}'>
type Wording = Template['wordings'][number]

/** A slot of a newer template goes by its own name. */
const slotName = (slot: string, language: ConsoleLanguage): string => slotWords[slot]?.[language] ?? slot

/** Words with their slots named in brackets, in the language of the words. */
const WithSlots = ({ text, language }: { text: string; language: ConsoleLanguage }) => (
  <blockquote lang={language}>
    {inSlots(text).map((piece, at) =>
      'text' in piece ? piece.text : <b key={at}>[{slotName(piece.slot, language)}]</b>,
    )}
  </blockquote>
)

const InLanguage = ({ wording }: { wording: Wording }) => {
  const say = useWords()
  const { language, text, script, review } = wording
  return (
    <section class="card">
      <h2>{say(templateWords[language])}</h2>
      <p>
        {review === null ? (
          <Tag tone="waits">{say(templateWords.notReviewed)}</Tag>
        ) : (
          <Tag tone="done">{say(templateWords.reviewed, review)}</Tag>
        )}
      </p>
      <WithSlots text={text} language={language} />
      <h3>{say(templateWords.script)}</h3>
      <WithSlots text={script} language={language} />
    </section>
  )
}

const listed = (say: Say, slots: readonly string[], language: ConsoleLanguage): string =>
  slots.map((slot) => slotName(slot, language)).join(', ') || say(templateWords.nothing)

/** Who fills in what stands in brackets. */
const Slots = ({ template }: { template: Template }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const yours = template.slots.map(({ slot }) => slot)
  const named = template.wordings.flatMap(({ text, script }) =>
    inSlots(text + script).flatMap((piece) => ('slot' in piece ? [piece.slot] : [])),
  )
  const others = [...new Set(named)].filter((slot) => !yours.includes(slot))
  return (
    <dl class="facts">
      <div>
        <dt>{say(templateWords.filledByYou)}</dt>
        <dd>{listed(say, yours, language)}</dd>
      </div>
      <div>
        <dt>{say(templateWords.filledBySiang)}</dt>
        <dd>{listed(say, others, language)}</dd>
      </div>
    </dl>
  )
}

/** The way from a template to an alert; what goes on or ends one begins at the alert. */
const Use = ({ template }: { template: Template }) => {
  const say = useWords()
  const level = openingLevels.find((one) => template.levels.includes(one))
  if (level === undefined) return <p>{say(templateWords.followUp)}</p>
  const mode = template.modes.includes('actual') ? 'actual' : template.modes[0]
  const linkFor = (hazard: string): string =>
    `/alerts/new?template=${template.id}&hazard=${hazard}&level=${level}&mode=${mode ?? 'actual'}`
  const [only, ...others] = template.hazards
  if (only !== undefined && others.length === 0) {
    return (
      <p>
        <a class="button primary" href={linkFor(only)}>
          {say(templateWords.useIt)}
        </a>
      </p>
    )
  }
  return (
    <section>
      <h2>{say(templateWords.use)}</h2>
      <ul class="chips">
        {template.hazards.map((hazard) => (
          <li key={hazard}>
            <a class="button" href={linkFor(hazard)}>
              {say(hazardWords[hazard])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a template says in each language, who has approved it, and the way to use it. */
export const TemplateScreen = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const { templateId = '' } = useRoute().params
  const loaded = useLoaded(
    `template ${templateId}`,
    () => callApi('GET /v1/templates/{templateId}', { params: { templateId } }),
    { keepAs: `template.${templateId}` },
  )
  const template = loaded.body
  return (
    <Screen title={template === undefined ? say(templateWords.title) : template.name[language]}>
      <p>
        <a class="tap" href="/templates">
          ← {say(templateWords.title)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      {template === undefined ? null : (
        <>
          <p>
            {[
              template.levels.map((level) => say(levelWords[level])).join(', '),
              template.hazards.map((hazard) => say(hazardWords[hazard])).join(', '),
              template.modes.map((mode) => say(modeNames[mode])).join(', '),
              say(templateWords.version, { n: template.version }),
            ].join('. ')}
          </p>
          {mayIssue(person) ? <Use template={template} /> : null}
          {template.wordings.map((wording) => (
            <InLanguage key={wording.language} wording={wording} />
          ))}
          <Slots template={template} />
        </>
      )}
    </Screen>
  )
}
