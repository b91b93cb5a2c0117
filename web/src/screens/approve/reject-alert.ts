import type { Alert } from '../../api/alert.ts'
import { callApi } from '../../api/call-api.ts'

/** Ends what was not sent, for good. */
export const rejectAlert = ({ alertId }: Alert, reason: string, idempotencyKey: string) =>
  callApi('POST /v1/alerts/{alertId}/reject', { params: { alertId }, idempotencyKey, body: { reason } })
