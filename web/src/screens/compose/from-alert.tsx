import { useEffect } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { nowIso } from '../../clock.ts'
import { copyOf, editOf } from '../../drafts/draft-of-alert.ts'
import type { Draft } from '../../drafts/draft.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'

type FromProps = { title: string; alertId: string; isEdit: boolean; onDraft: (draft: Draft) => void }

/** Reads the alert that is edited or copied. */
export const FromAlert = ({ title, alertId, isEdit, onDraft }: FromProps) => {
  const loaded = useLoaded(`compose ${alertId}`, () =>
    callApi('GET /v1/alerts/{alertId}', { params: { alertId } }),
  )
  const alert = loaded.body
  useEffect(() => {
    if (alert !== undefined) onDraft(isEdit ? editOf(alert, nowIso()) : copyOf(alert, nowIso()))
  }, [alert])
  return (
    <Screen title={title}>
      <LoadedState loaded={loaded} />
    </Screen>
  )
}
