import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'

type Kind = 'roster' | 'template'

/** An export under way, and its file once it is written. The link works for 15 minutes; it is asked for anew. */
const ExportLink = ({ exportId }: { exportId: string }) => {
  const say = useWords()
  const [isOver, setIsOver] = useState(false)
  const loaded = useLoaded(
    `export ${exportId}`,
    async () => {
      const result = await callApi('GET /v1/roster-exports/{exportId}', { params: { exportId } })
      if (result.ok && result.body.state !== 'working') setIsOver(true)
      return result
    },
    isOver ? { everyMs: 10 * 60_000 } : { everyMs: 1500 },
  )
  const view = loaded.body
  if (view === undefined) return <LoadedState loaded={loaded} />
  return (
    <p role="status">
      {view.state === 'working' ? say(manageWords.exporting) : null}
      {view.state === 'failed' ? say(manageWords.exportFailed) : null}
      {view.downloadUrl === null ? null : (
        <a class="button primary" href={view.downloadUrl} download>
          {say(manageWords.download, { n: wholeNumber(view.villages ?? 0) })}
        </a>
      )}
    </p>
  )
}

const ExportButton = ({ areas, kind }: { areas: readonly string[]; kind: Kind }) => {
  const say = useWords()
  const [exportId, setExportId] = useState<string | undefined>(undefined)
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/roster-exports', { idempotencyKey, body: { kind, areas: [...areas] } }),
    ({ id }) => setExportId(id),
  )
  return (
    <li>
      <SendButton kind="usual" sending={sending}>
        {say(kind === 'roster' ? manageWords.exportRoster : manageWords.exportTemplate)}
      </SendButton>
      {exportId === undefined ? null : <ExportLink key={exportId} exportId={exportId} />}
    </li>
  )
}

/** The roster of some areas as a file, or a template of it to fill in. */
export const ExportRoster = ({ areas }: { areas: readonly string[] }) => (
  <ul class="chips">
    <ExportButton areas={areas} kind="roster" />
    <ExportButton areas={areas} kind="template" />
  </ul>
)
