import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { callApi, type CallResult } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { commonWords } from '../../words/common-words.ts'
import { importWords } from '../../words/import-words.ts'
import { useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { LastImport } from './import-last.tsx'
import { keepLastImport, keepFile, readLastImport } from './last-import.ts'
import { RosterFiles } from './roster-files.tsx'
import { saveFile } from './save-file.ts'
import { emptyTemplate } from './sheet.ts'
import { announceFile, uploadFile, type Uploaded } from './upload-file.ts'

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

const failureOf: Readonly<Record<Exclude<Uploaded, 'done'>, CallResult<never>>> = {
  offline: { ok: false, failure: { kind: 'offline' } },
  expired: { ok: false, failure: { kind: 'failed', status: 410 } },
  failed: { ok: false, failure: { kind: 'failed', status: 502 } },
}

/** Announces the file, puts it where it belongs, and has it read: one press for the three of them. */
const useImport = (file: File) => {
  const [share, setShare] = useState<number | undefined>(undefined)
  const { route } = useLocation()
  const sending = useSend(
    async (idempotencyKey): Promise<CallResult<{ id: string }>> => {
      const announced = announceFile(file)
      if ('fault' in announced) return failureOf.failed
      const created = await callApi('POST /v1/roster-imports', { idempotencyKey, body: announced.body })
      if (!created.ok) return created
      const { id } = created.body.import
      setShare(0)
      const uploaded = await uploadFile(file, created.body.upload, setShare)
      setShare(undefined)
      if (uploaded !== 'done') return failureOf[uploaded]
      keepLastImport({ id, fileName: file.name })
      keepFile(id, file)
      // Where this is lost on the way, the import's own screen offers it again.
      await callApi('POST /v1/roster-imports/{importId}/plan', { params: { importId: id }, body: {} })
      return { ok: true, body: { id }, etag: undefined }
    },
    ({ id }) => route(`/villages/import/${id}`),
  )
  return { share, sending }
}

const Chosen = ({ file }: { file: File }) => {
  const say = useWords()
  const { share, sending } = useImport(file)
  const announced = announceFile(file)
  const isExpired = sending.failure?.kind === 'failed' && sending.failure.status === 410
  const percent = Math.round((share ?? 0) * 100)
  return (
    <>
      <p role="status">{say(importWords.chosen, { name: file.name, size: sizeText(file.size) })}</p>
      {'fault' in announced ? (
        <p role="alert" class="error">
          {say(importWords[announced.fault])}
        </p>
      ) : (
        <>
          {isExpired ? (
            <p role="alert" class="error">
              {say(importWords.uploadExpired)}
            </p>
          ) : null}
          {share === undefined ? null : (
            <p>
              <progress value={percent} max={100} aria-label={say(importWords.uploading, { percent })} />{' '}
              {say(importWords.uploading, { percent })}
            </p>
          )}
          <SendButton sending={isExpired ? { ...sending, failure: undefined } : sending}>
            {say(importWords.upload)}
          </SendButton>
        </>
      )}
    </>
  )
}

const Choose = () => {
  const say = useWords()
  const [file, setFile] = useState<File | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const choose = (): void => {
    if (input.current === null) return
    // The same file, mended meanwhile, is a change as well: browsers tell of none while its name stands there.
    input.current.value = ''
    input.current.click()
  }
  return (
    <>
      <p>{say(importWords.kinds)}</p>
      {/* The browser's own button speaks the browser's language. */}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx,.gz"
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? file)}
      />
      <div class="chips">
        <button type="button" class={file === undefined ? 'primary' : undefined} onClick={choose}>
          {say(file === undefined ? importWords.choose : importWords.anotherFile)}
        </button>
        <button type="button" onClick={() => saveFile('siang-roster.csv', emptyTemplate())}>
          {say(importWords.emptyTemplate)}
        </button>
      </div>
      {file === undefined ? null : (
        <Chosen key={`${file.name} ${file.size} ${file.lastModified}`} file={file} />
      )}
    </>
  )
}

/** Where an import begins, or is found again, and where the roster leaves as a file. */
export const ImportStart = () => {
  const say = useWords()
  const person = useSignal(me)
  const [last] = useState(readLastImport)
  return (
    <Screen title={say(manageWords.importRoster)}>
      <p>
        <a href="/villages">← {say(rosterWords.provinces)}</a>
      </p>
      {mayKeepRoster(person) ? (
        <>
          {last === undefined ? null : <LastImport last={last} />}
          <Choose />
          <RosterFiles areas={person?.areas ?? []} />
        </>
      ) : (
        <p class="error">{say(commonWords.noPermission)}</p>
      )}
    </Screen>
  )
}
