import { useEffect, useRef, useState } from 'preact/hooks'
import { isDanger } from '../../../../shared/domain/level.ts'
import { callApi, type CallFailure } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { nowIso } from '../../clock.ts'
import type { Draft } from '../../drafts/draft.ts'
import type { AlertSummary } from '../../ui/alert-line.tsx'
import { Failure } from '../../ui/failure.tsx'
import { hazardWords, levelWords } from '../../words/alert-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { shortTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { mayWarn } from './own-areas.ts'

type Props = { own: readonly string[]; onDraft: (draft: Draft) => void }

const CopyButton = ({ alert, onDraft }: Omit<Props, 'own'> & { alert: AlertSummary }) => {
  const say = useWords()
  const nameAreas = useAreaNames(alert.areas)
  const [failure, setFailure] = useState<CallFailure | undefined>(undefined)
  const isGone = useRef(false)
  useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )
  const copy = async (): Promise<void> => {
    const result = await callApi('GET /v1/alerts/{alertId}', { params: { alertId: alert.alertId } })
    if (!result.ok) {
      setFailure(result.failure)
      return
    }
    const { copyOf } = await import('../../drafts/draft-of-alert.ts')
    // Somebody began to write meanwhile.
    if (isGone.current) return
    onDraft(copyOf(result.body, nowIso()))
  }
  // What ended it is not what is copied.
  const level = isDanger(alert.level) ? `${say(levelWords[alert.level])}: ` : ''
  const what = `${level}${say(hazardWords[alert.hazard])}, ${nameAreas(alert.areas, 3)}, ${shortTime(alert.createdAtIso)}`
  return (
    <>
      {failure === undefined ? null : <Failure failure={failure} />}
      <p>
        <button
          type="button"
          class="wide"
          onClick={() => void copy().catch(() => setFailure({ kind: 'offline' }))}
        >
          {say(composeWords.copyLast, { what })}
        </button>
      </p>
    </>
  )
}

/** The newest alert of one's own areas, to begin from. */
export const CopyLast = ({ own, onDraft }: Props) => {
  const loaded = useLoaded('alerts', () => callApi('GET /v1/alerts', { query: { limit: 25 } }), {
    keepAs: 'alerts',
  })
  const last = loaded.body?.alerts.find(({ areas }) => areas.every((code) => mayWarn(own, code)))
  return last === undefined ? null : <CopyButton alert={last} onDraft={onDraft} />
}
