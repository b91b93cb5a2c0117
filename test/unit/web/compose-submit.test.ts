import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { submitDraft, type SubmitAnswers } from '../../../web/src/screens/compose/submit-draft.ts'
import type { AlertBody, Attempt } from '../../../web/src/drafts/draft.ts'
import { keepSession } from '../../../web/src/sign-in/session.ts'

type Call = {
  method: string
  path: string
  key: string | undefined
  ifMatch: string | undefined
  body: unknown
}
type Answer = { status: number; body: unknown } | 'lost'

const body: AlertBody = {
  kind: 'flood',
  hazard: 'river-flood',
  level: 'warning',
  mode: 'exercise',
  areas: ['1308910'],
  texts: { en: 'Go' },
}
const written: Answer = { status: 201, body: { alertId: 'a1', etag: '"1"' } }
const edited: Answer = { status: 200, body: { alertId: 'a1', etag: '"2"' } }
const submitted: Answer = { status: 202, body: { alertId: 'a1', state: 'submitted' } }
const refusal = (status: number, code: string): Answer => ({ status, body: { code, errors: [] } })

let calls: Call[]
let answers: Answer[]
let kept: Attempt | undefined
/** The draft is another one with each change. */
let changes: number

const send = (wish: { body?: AlertBody; answers?: SubmitAnswers } = {}) =>
  submitDraft({
    attempt: kept,
    firstKey: `draft-${changes}`,
    body: wish.body ?? body,
    personId: 'me',
    ...(wish.answers === undefined ? {} : { answers: wish.answers }),
    keep: (attempt) => {
      kept = attempt
      changes += 1
    },
  })

beforeEach(() => {
  calls = []
  kept = undefined
  changes = 0
  keepSession({
    accessToken: 'token',
    endsAtMs: Date.now() + 3_600_000,
    refreshToken: undefined,
    remembered: false,
  })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    calls.push({
      method: init.method ?? 'GET',
      path,
      key: headers.get('idempotency-key') ?? undefined,
      ifMatch: headers.get('if-match') ?? undefined,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    })
    const answer = answers.shift()
    if (answer === undefined) throw new Error('a call too many')
    return answer === 'lost'
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const steps = (): string[] => calls.map(({ method, path }) => `${method} ${path.replace('/v1/alerts', '')}`)

describe('submitting a draft', () => {
  it('writes it and submits it, and knows its keys before it uses them', async () => {
    answers = [written, submitted]

    const result = await send()

    expect(result.ok).toBe(true)
    expect(steps()).toEqual(['POST ', 'POST /a1/submit'])
    expect(calls.map(({ key }) => key)).toEqual([kept?.createKey, kept?.submitKey])
  })

  it('uses the keys that another tab with the same draft would use, so that both make one alert', async () => {
    answers = [written, submitted, written, submitted]

    await send()
    kept = undefined
    changes = 0
    await send()

    expect(calls[2]).toEqual(calls[0])
    expect(calls[3]).toEqual(calls[1])
  })

  it('repeats the same request where the answer was lost, so that there is one alert', async () => {
    answers = ['lost', written, submitted]

    const first = await send()
    const second = await send()

    expect(first).toEqual({ ok: false, failure: { kind: 'offline' } })
    expect(second.ok).toBe(true)
    expect(calls[0]).toEqual(calls[1])
  })

  it('submits again under the same key where that answer was lost, and writes nothing anew', async () => {
    answers = [written, 'lost', submitted]

    await send()
    await send()

    expect(steps()).toEqual(['POST ', 'POST /a1/submit', 'POST /a1/submit'])
    expect(calls[1]?.key).toBe(calls[2]?.key)
  })

  it('changes the alert that may be there already where the draft was changed after a lost answer', async () => {
    answers = ['lost', written, edited, submitted]

    await send()
    const changed = { ...body, texts: { en: 'Go now' } }
    await send({ body: changed })

    expect(steps()).toEqual(['POST ', 'POST ', 'PATCH /a1', 'POST /a1/submit'])
    expect(calls[1]?.body).toEqual(body)
    expect(calls[2]).toMatchObject({ ifMatch: '"1"', body: { texts: { en: 'Go now' } } })
    expect(kept).toMatchObject({ etag: '"2"', body: changed })
  })

  it('takes a new key for what was submitted, changed, and is submitted anew', async () => {
    answers = [written, 'lost', edited, submitted]

    await send()
    await send({ body: { ...body, level: 'evacuate' } })

    expect(calls[3]?.key).not.toBe(calls[1]?.key)
  })

  it('writes another alert where the danger is another, as no edit can change that', async () => {
    answers = [written, refusal(409, 'alert-live'), written, submitted]

    await send()
    await send({ body: { ...body, hazard: 'flash-flood' } })

    expect(steps()).toEqual(['POST ', 'POST /a1/submit', 'POST ', 'POST /a1/submit'])
    expect(calls[2]?.key).not.toBe(calls[0]?.key)
  })

  it('begins anew after a refusal, as nothing was written', async () => {
    answers = [refusal(422, 'invalid-request'), written, submitted]

    const refused = await send()
    expect(kept).toBeUndefined()
    await send({ body: { ...body, areas: ['1308911'] } })

    expect(refused.ok).toBe(false)
    expect(calls[1]?.key).not.toBe(calls[0]?.key)
  })

  it('does not hold a mended draft to an old one that is refused', async () => {
    answers = ['lost', refusal(422, 'invalid-request'), written, submitted]

    await send()
    const result = await send({ body: { ...body, areas: ['1308911'] } })

    expect(result.ok).toBe(true)
    expect(calls[2]).toMatchObject({ method: 'POST', body: { areas: ['1308911'] } })
  })

  it('names the live alert beside which it goes out', async () => {
    answers = [written, refusal(409, 'alert-live'), submitted]

    await send()
    await send({ answers: { besidesAlertId: 'live' } })

    expect(steps()).toEqual(['POST ', 'POST /a1/submit', 'POST /a1/submit'])
    expect(calls[2]?.body).toEqual({ besidesAlertId: 'live' })
  })

  it.each([
    ['goes on after an edit of one’s own whose answer was lost', 'me', true],
    ['leaves an edit of somebody else alone', 'another', false],
  ])('%s', async (_, by, goesOn) => {
    const current = { etag: '"9"', versions: [{ history: [{ action: 'edit', by }] }] }
    kept = { createKey: 'c', submitKey: 's', body, alertId: 'a1', etag: '"1"' }
    answers = [refusal(412, 'edited-meanwhile'), { status: 200, body: current }, edited, submitted]

    const result = await send({ body: { ...body, texts: { en: 'Go now' } } })

    expect(result.ok).toBe(goesOn)
    expect(calls[2]?.ifMatch).toBe(goesOn ? '"9"' : undefined)
  })
})
