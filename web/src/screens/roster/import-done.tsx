import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { useSignal } from '../../signal.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { villageName } from '../../names/village-name.ts'
import { formWords } from '../../words/form-words.ts'
import { fullTime, wholeNumber } from '../../words/dates.ts'
import { importWords } from '../../words/import-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>
type Props = { view: View; onView: (view: View) => void }

const Undo = ({ view, onView }: Props) => {
  const say = useWords()
  const [asked, setAsked] = useState(false)
  const sending = useSend(
    () => callApi('POST /v1/roster-imports/{importId}/undo', { params: { importId: view.id } }),
    onView,
  )
  const { undoUntilIso } = view
  if (undoUntilIso === null) return null
  if (Date.parse(undoUntilIso) < Date.now()) return <p>{say(importWords.undoOver)}</p>
  return (
    <>
      <p>{say(importWords.undoUntil, { time: fullTime(undoUntilIso) })}</p>
      {asked ? (
        <div class="chips">
          <SendButton kind="danger" sending={sending}>
            {say(importWords.undoSure)}
          </SendButton>
          <button type="button" onClick={() => setAsked(false)}>
            {say(formWords.cancel)}
          </button>
        </div>
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          {say(importWords.undo)}
        </button>
      )}
    </>
  )
}

const LeftAlone = ({ view }: { view: View }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  if (view.leftAlone.length === 0) return null
  return (
    <div class="error">
      <p>{say(importWords.leftAlone)}</p>
      <ul>
        {view.leftAlone.map((village) => (
          <li key={village.code}>
            <a href={`/villages/${village.code.slice(0, 4)}/${village.code}`}>
              {villageName(village, village.code, language)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What became of an import, and the way back. */
export const ImportDone = ({ view, onView }: Props) => {
  const say = useWords()
  const isUndone = view.state === 'undone' || view.state === 'undone-in-part'
  const isInPart = view.state === 'applied-in-part' || view.state === 'undone-in-part'
  const title = isUndone
    ? isInPart
      ? importWords.undoneInPart
      : importWords.undone
    : isInPart
      ? importWords.appliedInPart
      : importWords.applied
  const [only, ...others] = view.plan?.districts ?? []
  return (
    <>
      <h2>{say(title)}</h2>
      <p role="status">
        {isUndone
          ? say(isInPart ? importWords.undoneInPartWhat : importWords.undoneWhat)
          : say(importWords.appliedWhat, { done: wholeNumber(view.progress.done) })}
      </p>
      <LeftAlone view={view} />
      <p>
        <a
          class="button primary"
          href={only !== undefined && others.length === 0 ? `/villages/${only}` : '/villages'}
        >
          {say(importWords.toVillages)}
        </a>
      </p>
      {isUndone ? null : <Undo view={view} onView={onView} />}
    </>
  )
}
