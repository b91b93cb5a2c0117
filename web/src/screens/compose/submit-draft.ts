import type { Alert } from '../../api/alert.ts'
import { callApi, type CallResult } from '../../api/call-api.ts'
import { isRefusal } from '../../api/is-refusal.ts'
import type { CallOf } from '../../api/routes.ts'
import { newKey } from '../../api/use-send.ts'
import type { AlertBody, Attempt } from '../../drafts/draft.ts'

export type SubmitAnswers = NonNullable<CallOf<'POST /v1/alerts/{alertId}/submit'>['body']>

type Wish = {
  attempt: Attempt | undefined
  /** Under which key the draft is written first: the same in every tab that shows it, so that it is sent once. */
  firstKey: string
  body: AlertBody
  personId: string
  /** Notes on the device how far it is, before each step that must not happen twice. */
  keep: (attempt: Attempt | undefined) => void
  /** What the officer answered to a refusal: the live alert beside which it goes, or why the month’s limit is passed. */
  answers?: SubmitAnswers
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)

/** What an edit cannot change: with another danger, kind or mode it is another alert. */
const isAnother = (one: AlertBody, other: AlertBody): boolean =>
  one.kind !== other.kind ||
  one.hazard !== other.hazard ||
  one.mode !== other.mode ||
  one.reaches !== other.reaches

const patch = ({ kind, level, areas, audience, texts, template, expiresAtIso }: AlertBody) => ({
  level,
  areas,
  ...(kind === 'preparedness' ? { audience: audience ?? null } : {}),
  ...(template === undefined ? { texts } : { template }),
  ...(expiresAtIso === undefined ? {} : { expiresAtIso }),
})

/** The etag after an edit of the same person whose answer was lost; undefined where somebody else edited. */
const etagOfOwnEdit = async (alertId: string, personId: string): Promise<string | undefined> => {
  const now = await callApi('GET /v1/alerts/{alertId}', { params: { alertId } })
  if (!now.ok) return undefined
  const history = now.body.versions[now.body.versions.length - 1]?.history ?? []
  const last = history[history.length - 1]
  return last?.action === 'edit' && last.by === personId ? now.body.etag : undefined
}

const edit = async (
  alertId: string,
  ifMatch: string,
  { body, personId }: Wish,
): Promise<CallResult<Alert>> => {
  const call = { params: { alertId }, body: patch(body) }
  const first = await callApi('PATCH /v1/alerts/{alertId}', { ...call, ifMatch })
  if (first.ok || first.failure.kind !== 'problem' || first.failure.problem.code !== 'edited-meanwhile') {
    return first
  }
  const etag = await etagOfOwnEdit(alertId, personId)
  return etag === undefined ? first : callApi('PATCH /v1/alerts/{alertId}', { ...call, ifMatch: etag })
}

/** Writes the draft as an alert, once; the attempt that comes back knows its id. */
const create = async (wish: Wish, attempt: Attempt): Promise<CallResult<Attempt>> => {
  const created = await callApi('POST /v1/alerts', { body: attempt.body, idempotencyKey: attempt.createKey })
  if (created.ok) {
    const { alertId, etag } = created.body
    return { ok: true, body: { ...attempt, alertId, etag }, etag }
  }
  if (isRefusal(created.failure)) wish.keep(undefined)
  return created
}

const begin = (body: AlertBody, key: string): Attempt => ({ createKey: key, submitKey: key, body })

/** Brings the alert to what the draft says now. */
const bringUpToDate = async (wish: Wish, attempt: Attempt): Promise<CallResult<Attempt>> => {
  const { alertId, etag } = attempt
  if (alertId === undefined || etag === undefined || !differ(attempt.body, wish.body)) {
    return { ok: true, body: attempt, etag }
  }
  const edited = await edit(alertId, etag, wish)
  if (!edited.ok) return edited
  // What was submitted before is a draft again, so that submitting it is another wish.
  return {
    ok: true,
    body: { ...attempt, etag: edited.body.etag, body: wish.body, submitKey: newKey() },
    etag: edited.body.etag,
  }
}

/**
 * Writes the alert and submits it. Whatever breaks in between, the next press goes on from where it stopped: the
 * keys are on the device before they are used, so that there is one alert, and it is submitted once.
 */
export const submitDraft = async (wish: Wish): Promise<CallResult<Alert>> => {
  const { keep, body } = wish
  let attempt = wish.attempt ?? begin(body, wish.firstKey)
  if (attempt.alertId !== undefined && isAnother(attempt.body, body)) attempt = begin(body, newKey())
  keep(attempt)
  if (attempt.alertId === undefined) {
    const created = await create(wish, attempt)
    if (!created.ok) {
      const isOld = isRefusal(created.failure) && differ(attempt.body, body)
      return isOld ? submitDraft({ ...wish, attempt: undefined, firstKey: newKey() }) : created
    }
    keep(created.body)
    if (differ(created.body.body, body)) return submitDraft({ ...wish, attempt: created.body })
    attempt = created.body
  }
  const current = await bringUpToDate(wish, attempt)
  if (!current.ok) return current
  keep(current.body)
  return callApi('POST /v1/alerts/{alertId}/submit', {
    params: { alertId: current.body.alertId ?? '' },
    idempotencyKey: current.body.submitKey,
    ...(wish.answers === undefined ? {} : { body: wish.answers }),
  })
}
