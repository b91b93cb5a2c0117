import { useState } from 'preact/hooks'
import { alertModes, hazards } from '../../../../shared/domain/alert.ts'
import { levels } from '../../../../shared/domain/level.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { hazardWords, levelWords, modeNames } from '../../words/alert-words.ts'
import { chosenLanguage, useWords, type Words } from '../../words/language.ts'
import { templateWords } from '../../words/template-words.ts'
import { findTemplates, type TemplateLine, type TemplateWish } from './find-templates.ts'

type SelectProps<Value extends string> = {
  id: string
  label: string
  values: readonly Value[]
  words: Readonly<Record<Value, Words>>
  chosen: Value | ''
  onChoose: (value: Value | '') => void
}

const Select = <Value extends string>({ id, label, values, words, chosen, onChoose }: SelectProps<Value>) => {
  const say = useWords()
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="wide"
        value={chosen}
        onChange={({ currentTarget }) =>
          onChoose(values.find((value) => value === currentTarget.value) ?? '')
        }
      >
        <option value="">{say(templateWords.all)}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {say(words[value])}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Whether people of the language have approved the words; plainly said where they have not. */
const Reviewed = ({ unreviewed }: Pick<TemplateLine, 'unreviewed'>) => {
  const say = useWords()
  if (unreviewed.length === 0) return <Tag tone="done">{say(templateWords.allReviewed)}</Tag>
  const languages = unreviewed.map((language) => say(templateWords[language])).join(', ')
  return <Tag tone="waits">{say(templateWords.unreviewed, { languages })}</Tag>
}

const Line = ({ template }: { template: TemplateLine }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { id, name, levels: ofLevels, hazards: ofHazards, modes, unreviewed } = template
  return (
    <li class="card">
      <h2>
        <a href={`/templates/${id}`}>{name[language]}</a>
      </h2>
      <p>
        {ofLevels.map((level) => say(levelWords[level])).join(', ')}:{' '}
        {ofHazards.map((hazard) => say(hazardWords[hazard])).join(', ')}
        {modes.includes('actual') ? null : <b> ({modes.map((mode) => say(modeNames[mode])).join(', ')})</b>}
      </p>
      <p>
        <Reviewed unreviewed={unreviewed} />
      </p>
    </li>
  )
}

/** Every template with what it is for, to be filtered. */
export const TemplateList = () => {
  const say = useWords()
  const [wish, setWish] = useState<TemplateWish>({ hazard: '', level: '', mode: '' })
  const loaded = useLoaded('templates', () => callApi('GET /v1/templates'), { keepAs: 'templates' })
  const templates = loaded.body?.templates
  const found = findTemplates(templates ?? [], wish)
  const change = (changes: Partial<TemplateWish>): void => setWish((now) => ({ ...now, ...changes }))
  return (
    <Screen title={say(templateWords.title)}>
      <LoadedState loaded={loaded} />
      {templates === undefined ? null : (
        <>
          <div class="beside">
            <Select
              id="hazard"
              label={say(templateWords.hazard)}
              values={hazards}
              words={hazardWords}
              chosen={wish.hazard}
              onChoose={(hazard) => change({ hazard })}
            />
            <Select
              id="level"
              label={say(templateWords.level)}
              values={levels}
              words={levelWords}
              chosen={wish.level}
              onChoose={(level) => change({ level })}
            />
            <Select
              id="mode"
              label={say(templateWords.mode)}
              values={alertModes}
              words={modeNames}
              chosen={wish.mode}
              onChoose={(mode) => change({ mode })}
            />
          </div>
          <p role="status">{say(templateWords.shown, { n: found.length, all: templates.length })}</p>
          {found.length === 0 ? <p>{say(templateWords.none)}</p> : null}
          <ul class="plain-list">
            {found.map((template) => (
              <Line key={template.id} template={template} />
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}
