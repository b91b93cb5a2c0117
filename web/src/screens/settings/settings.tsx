import { useState } from 'preact/hooks'
import { forgetDraft } from '../../drafts/draft-store.ts'
import { me } from '../../sign-in/me.ts'
import { keepSession, session } from '../../sign-in/session.ts'
import { signOut } from '../../sign-in/sign-out.ts'
import { useSignal } from '../../signal.ts'
import { forgetStored, readStored, storedNames } from '../../stored.ts'
import { Radios } from '../../ui/radios.tsx'
import { Screen } from '../../ui/screen.tsx'
import { fullTime } from '../../words/dates.ts'
import { chooseLanguage, chosenLanguage, useWords } from '../../words/language.ts'
import { settingsWords } from '../../words/settings-words.ts'
import { About } from './about.tsx'
import { draftPath, keptDrafts } from './kept-drafts.ts'

/** Each language is named in itself, so that whoever needs it can read it. */
const Language = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  return (
    <Radios
      name="language"
      legend={say(settingsWords.language)}
      options={[
        { value: 'lo', label: 'ພາສາລາວ' },
        { value: 'en', label: 'English' },
      ]}
      chosen={language}
      onChoose={chooseLanguage}
    />
  )
}

const Remembered = () => {
  const say = useWords()
  const now = useSignal(session)
  if (now === undefined) return null
  return (
    <section>
      <h2>{say(settingsWords.session)}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={now.remembered}
          onChange={(event) => keepSession({ ...now, remembered: event.currentTarget.checked })}
        />
        <span>{say(settingsWords.remember)}</span>
      </label>
      <p class="hint">{say(now.remembered ? settingsWords.remembered : settingsWords.notRemembered)}</p>
    </section>
  )
}

const wordsOfDraft = (name: string) =>
  name === 'new'
    ? settingsWords.newDraft
    : name.startsWith('schedule.')
      ? settingsWords.schedule
      : settingsWords.editedDraft

/** Drafts of alerts and schedules that were not sent, to be gone on with or thrown away. */
const Drafts = () => {
  const say = useWords()
  const person = useSignal(me)
  const [drafts, setDrafts] = useState(keptDrafts)
  return (
    <section>
      <h2>{say(settingsWords.drafts)}</h2>
      {drafts.length === 0 ? <p>{say(settingsWords.noDrafts)}</p> : null}
      <ul class="plain-list">
        {drafts.map((draft) => {
          const path = draft.by === person?.id ? draftPath(draft) : undefined
          const what = say(settingsWords.draftOf, {
            what: say(wordsOfDraft(draft.name)),
            time: fullTime(draft.changedAtIso),
          })
          return (
            <li key={`${draft.by} ${draft.name}`} class="card">
              <p>
                {path === undefined ? (
                  what
                ) : (
                  <a class="tap" href={path}>
                    {say(settingsWords.goOn, { what })}
                  </a>
                )}
                {draft.by === person?.id ? null : ` (${say(settingsWords.ofAnother)})`}
              </p>
              <button
                type="button"
                onClick={() => {
                  forgetDraft(draft.name, draft.by)
                  setDrafts(keptDrafts())
                }}
              >
                {say(settingsWords.discard, { what })}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const reachCount = (): number => {
  const reaches = readStored('reaches')
  return Array.isArray(reaches) ? reaches.length : 0
}

const forgetAll = async (): Promise<void> => {
  forgetStored('')
  await signOut()
}

/** What lists are kept, and the way to leave nothing behind. Two steps, as drafts do not come back. */
const Kept = () => {
  const say = useWords()
  const [counts] = useState(() => ({ lists: storedNames('seen.').length, reaches: reachCount() }))
  return (
    <section>
      <h2>{say(settingsWords.kept)}</h2>
      <ul>
        <li>{say(settingsWords.lists, { n: counts.lists })}</li>
        <li>{say(settingsWords.reaches, { n: counts.reaches })}</li>
      </ul>
      <details>
        <summary>{say(settingsWords.forget)}</summary>
        <p>{say(settingsWords.forgetWhat)}</p>
        <p>
          <button type="button" class="danger" onClick={() => void forgetAll()}>
            {say(settingsWords.forgetYes)}
          </button>
        </p>
      </details>
    </section>
  )
}

/** What this device keeps and how it speaks; nothing here changes anything of Siang itself. */
export const Settings = () => {
  const say = useWords()
  return (
    <Screen title={say(settingsWords.title)}>
      <Language />
      <Remembered />
      <Drafts />
      <Kept />
      <About />
    </Screen>
  )
}
