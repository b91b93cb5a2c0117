import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { importWords } from '../../words/import-words.ts'
import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'
import { ImportDone } from './import-done.tsx'
import { ImportPlanned } from './import-planned.tsx'
import { keepLastImport } from './last-import.ts'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>
type Props = { view: View; onView: (view: View) => void }

const everyMs = 1500

const isWorking = (state: View['state'] | undefined): boolean =>
  state === 'planning' || state === 'applying' || state === 'undoing'

const ReadFile = ({ view, onView }: Props) => {
  const say = useWords()
  const sending = useSend(
    () => callApi('POST /v1/roster-imports/{importId}/plan', { params: { importId: view.id }, body: {} }),
    onView,
  )
  return (
    <>
      <p>{say(importWords.waiting)}</p>
      <SendButton sending={sending}>{say(importWords.readIt)}</SendButton>
    </>
  )
}

const Working = ({ view }: { view: View }) => {
  const say = useWords()
  const { done, of } = view.progress
  const counts = { done: wholeNumber(done), of: wholeNumber(of) }
  const text =
    view.state === 'planning'
      ? say(importWords.planning)
      : say(view.state === 'applying' ? importWords.applying : importWords.undoing, counts)
  return (
    <>
      <p role="status">{text}</p>
      <p>
        {view.state === 'planning' ? (
          <progress aria-label={text} />
        ) : (
          <progress value={done} max={Math.max(1, of)} aria-label={text} />
        )}
      </p>
      <p class="hint">{say(importWords.mayLeave)}</p>
    </>
  )
}

const Refused = ({ view }: { view: View }) => {
  const say = useWords()
  return (
    <div class="error">
      <h2>{say(importWords.refused)}</h2>
      {view.refusal === null ? null : <p>{say(view.refusal.message)}</p>}
      <p>
        <a class="button primary" href="/villages/import">
          {say(importWords.chooseMended)}
        </a>
      </p>
    </div>
  )
}

const Stage = ({ view, onView, reload }: Props & { reload: () => void }) => {
  if (view.state === 'waiting-for-file') return <ReadFile view={view} onView={onView} />
  if (isWorking(view.state)) return <Working view={view} />
  if (view.state === 'refused') return <Refused view={view} />
  if (view.state === 'planned') return <ImportPlanned view={view} onView={onView} reload={reload} />
  return <ImportDone view={view} onView={onView} />
}

const OneImport = ({ importId }: { importId: string }) => {
  const say = useWords()
  const [isAtWork, setIsAtWork] = useState(false)
  const loaded = useLoaded(
    `import ${importId}`,
    () => callApi('GET /v1/roster-imports/{importId}', { params: { importId } }),
    isAtWork ? { everyMs } : {},
  )
  // What a press answered holds until the next look: work may be over before that, and its screen begins anew.
  const [answered, setAnswered] = useState<View | undefined>(undefined)
  useEffect(() => setAnswered(undefined), [loaded.body])
  const view = answered ?? loaded.body
  useEffect(() => setIsAtWork(isWorking(view?.state)), [view?.state])
  useEffect(() => {
    if (view !== undefined) keepLastImport({ id: view.id, fileName: view.fileName })
  }, [view?.id])
  return (
    <Screen title={view === undefined ? say(manageWords.importRoster) : view.fileName}>
      <p>
        <a href="/villages/import">← {say(importWords.anotherFile)}</a>
      </p>
      <LoadedState loaded={loaded} />
      {view === undefined ? null : <Stage view={view} onView={setAnswered} reload={loaded.reload} />}
    </Screen>
  )
}

/** An import from its file to the roster, found again by its address or from the screen where imports begin. */
export const ImportScreen = () => {
  const { importId = '' } = useRoute().params
  return <OneImport key={importId} importId={importId} />
}
