import type { Alert } from '../../../api/alert.ts'
import { callApi, type CallResult } from '../../../api/call-api.ts'
import { keptBack } from '../../../drafts/kept-back.ts'

/**
 * Writes a version and hands it on. Repeated under the same key after a lost connection there is one version, handed
 * on once. Where the API keeps it back, it is there as a draft: the alert's screen shows it, why, and what can be done.
 */
export const sendFollowUp = async (
  key: string,
  write: (idempotencyKey: string) => Promise<CallResult<Alert>>,
): Promise<CallResult<Alert>> => {
  const written = await write(key)
  if (!written.ok) return written
  const { alertId } = written.body
  const submitted = await callApi('POST /v1/alerts/{alertId}/submit', {
    params: { alertId },
    idempotencyKey: `${key}-submit`,
  })
  if (submitted.ok || submitted.failure.kind !== 'problem') return submitted
  keptBack.set({ etag: written.body.etag, failure: submitted.failure })
  return written
}
