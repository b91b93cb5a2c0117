import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { id, villageCode } from '../../../shared/contracts/fields.ts'
import { defineRoute } from '../../../shared/contracts/routes.ts'
import type { AuditTrail } from '../../../shared/domain/audit.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute, type BoundRoute } from '../../../shared/middleware/api-types.ts'
import { createHttpHandler } from '../../../shared/middleware/http-handler.ts'
import { buildUser } from '../../support/builders.ts'
import { createApiCaller } from '../../support/call-api.ts'
import { createMemoryTrail } from '../../support/memory-trail.ts'

const access = { roles: ['admin', 'viewer'], areas: { in: 'none' } } as const
const change = defineRoute({
  function: 'roster-api',
  method: 'POST',
  path: '/v1/villages/{code}/members',
  summary: 'for the test',
  access,
  params: z.lazy(() => z.object({ code: villageCode })),
  body: z.lazy(() => z.object({ name: z.string(), phone: z.string() })),
  idempotencyKey: 'required',
  status: 201,
  response: z.lazy(() => z.object({ id: z.string() })),
  refuses: ['wrong-state'],
})
const create = defineRoute({
  ...change,
  path: '/v1/alerts',
  params: z.lazy(() => z.object({})),
  response: z.lazy(() => z.object({ alertId: z.string(), version: z.number() })),
})
const stop = defineRoute({
  ...change,
  path: '/v1/alerts/{alertId}/stop',
  params: z.lazy(() => z.object({ alertId: id })),
})
const reveal = defineRoute({
  function: 'roster-api',
  method: 'GET',
  path: '/v1/villages/{code}',
  summary: 'for the test',
  access,
  params: z.lazy(() => z.object({ code: villageCode })),
  status: 200,
  response: z.lazy(() => z.object({ id: z.string() })),
  audited: { revealsTo: ['admin'] },
})
const compose = defineRoute({ ...change, path: '/v1/compose', audited: { never: 'writes nothing' } })

const silent = new Logger({ serviceName: 'test', logLevel: 'SILENT' })
const people = [buildUser({ id: 'admin', roles: ['admin'] }), buildUser({ id: 'viewer', roles: ['viewer'] })]
const apiOf = (audit: AuditTrail, ...routes: BoundRoute[]) =>
  createApiCaller(
    createHttpHandler({
      routes,
      findUser: async (userId) => people.find((user) => user.id === userId),
      audit,
      logger: silent,
    }),
  )
const request = {
  user: 'admin',
  params: { code: '1308001' },
  body: { name: 'Made-up Person', phone: '020 55 123 456' },
  headers: { 'idempotency-key': 'key-12345' },
}
const broken: AuditTrail = {
  append: async () => {
    throw new Error('the table is gone')
  },
}

afterEach(() => vi.restoreAllMocks())

describe('a change', () => {
  it('is kept as intent before it and outcome after it, by ids and digests alone', async () => {
    const { trail, rows } = createMemoryTrail()
    const seen: number[] = []
    const api = apiOf(
      trail,
      bindRoute(change, async () => {
        seen.push(rows.length)
        return { body: { id: 'm-1' } }
      }),
    )

    await api.ok(change, request)

    expect(seen).toEqual([1])
    expect(rows).toMatchObject([
      {
        phase: 'intent',
        who: 'admin',
        action: 'POST /v1/villages/{code}/members',
        subject: { village: '1308001' },
        correlationId: 'test-request',
        bodyDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { phase: 'outcome', answers: 1, status: 201, subject: { village: '1308001', madeId: 'm-1' } },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Made-up|55 ?123/)
  })

  it('that is refused or fails has that as its outcome', async () => {
    const { trail, rows } = createMemoryTrail()
    const failures = [
      new RequestError('wrong-state', { en: 'Is issued.', lo: 'ສົ່ງແລ້ວ.' }),
      new Error('broken'),
    ]
    const api = apiOf(
      trail,
      bindRoute(change, async () => {
        throw failures.shift() ?? new Error('one too many')
      }),
    )

    await api.refused(change, request)
    await api.refused(change, request)

    expect(rows.filter(({ phase }) => phase === 'outcome')).toMatchObject([
      { answers: 1, status: 409, code: 'wrong-state' },
      { answers: 3, status: 500, code: 'internal' },
    ])
  })

  it('is refused with 503, and not tried, where its intent cannot be written', async () => {
    const run = vi.fn<() => Promise<{ body: { id: string } }>>(async () => ({ body: { id: 'm-1' } }))
    const logged = vi.spyOn(silent, 'error')

    const problem = await apiOf(broken, bindRoute(change, run)).refused(change, request)

    expect(problem).toMatchObject({ status: 503, code: 'audit-unavailable' })
    expect(run).not.toHaveBeenCalled()
    expect(logged.mock.calls[0]?.[0]).toBe('AUDIT_UNAVAILABLE')
  })

  it('is answered as it went where its outcome cannot be written, and the log says so', async () => {
    const { trail } = createMemoryTrail()
    const flaky: AuditTrail = {
      append: vi.fn<AuditTrail['append']>(broken.append).mockImplementationOnce(trail.append),
    }
    const logged = vi.spyOn(silent, 'error')

    const { body } = await apiOf(
      flaky,
      bindRoute(change, async () => ({ body: { id: 'm-1' } })),
    ).ok(change, request)

    expect(body).toEqual({ id: 'm-1' })
    expect(logged.mock.calls[0]?.[0]).toBe('AUDIT_ROW_LOST')
  })

  it('that makes an alert is told to the alert’s chain too', async () => {
    const { trail, rows } = createMemoryTrail()
    const api = apiOf(
      trail,
      bindRoute(create, async () => ({ body: { alertId: 'a1', version: 1 } })),
    )

    await api.ok(create, { ...request, params: {} })

    expect(rows.map(({ phase, answers, subject }) => ({ phase, answers, subject }))).toEqual([
      { phase: 'intent', answers: undefined, subject: {} },
      { phase: 'outcome', answers: 1, subject: { alertId: 'a1', version: '1' } },
      { phase: 'outcome', answers: undefined, subject: { alertId: 'a1', version: '1' } },
    ])
  })

  it('that comes again with its Idempotency-Key is kept again, under the same request', async () => {
    const { trail, rows } = createMemoryTrail()
    const api = apiOf(
      trail,
      bindRoute(change, async () => ({ body: { id: 'm-1' } })),
    )

    await api.ok(change, request)
    await api.ok(change, request)
    await api.ok(change, { ...request, headers: { 'idempotency-key': 'key-67890' } })

    const ids = rows.filter(({ phase }) => phase === 'intent').map(({ requestId }) => requestId)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('names nothing that looks like a phone number, though somebody wrote one into the path', async () => {
    const { trail, rows } = createMemoryTrail()
    const api = apiOf(
      trail,
      bindRoute(stop, async () => ({ body: { id: 'x' } })),
    )

    await api.ok(stop, { ...request, params: { alertId: '020-55123456' } })
    await api.ok(stop, { ...request, params: { alertId: '8562055123456' } })

    expect(rows.map(({ subject }) => subject['alertId'])).toEqual(rows.map(() => undefined))
  })
})

describe('what is shown', () => {
  const shown = bindRoute(reveal, async () => ({ body: { id: 'v' } }))

  it('is kept where the caller sees what is personal, in one row', async () => {
    const { trail, rows } = createMemoryTrail()
    const api = apiOf(trail, shown)

    await api.ok(reveal, { user: 'viewer', params: { code: '1308001' } })
    await api.ok(reveal, { user: 'admin', params: { code: '1308001' } })

    expect(rows).toMatchObject([
      { phase: 'reveal', who: 'admin', subject: { village: '1308001' }, status: 200 },
    ])
  })

  it('is not shown where that cannot be written down', async () => {
    const { code } = await apiOf(broken, shown).refused(reveal, {
      user: 'admin',
      params: { code: '1308001' },
    })

    expect(code).toBe('audit-unavailable')
  })

  it('writes nothing where the contract says why not', async () => {
    const { trail, rows } = createMemoryTrail()
    const api = apiOf(
      trail,
      bindRoute(compose, async () => ({ body: { id: 'x' } })),
    )

    await api.ok(compose, request)

    expect(rows).toEqual([])
  })
})
