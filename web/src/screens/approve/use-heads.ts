import type { Alert } from '../../api/alert.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'

export type Heads = Loaded<AnswerOf<'GET /v1/alerts/{alertId}/heads'>>

/** Whom the version that was not sent would go to now, and with which words. */
export const useHeads = ({ alertId, etag }: Alert): Heads =>
  useLoaded(`heads ${alertId} ${etag}`, () =>
    callApi('GET /v1/alerts/{alertId}/heads', { params: { alertId } }),
  )
