import { brotliDecompressSync } from 'node:zlib'
import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { districtCode } from '../../../shared/contracts/fields.ts'
import { defineRoute } from '../../../shared/contracts/routes.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute, type BoundRoute } from '../../../shared/middleware/api-types.ts'
import { createHttpHandler } from '../../../shared/middleware/http-handler.ts'
import { buildUser } from '../../support/builders.ts'
import { createApiCaller } from '../../support/call-api.ts'
import { createMemoryTrail } from '../../support/memory-trail.ts'

const access = { roles: ['officer'], areas: { in: 'query', name: 'district', enough: 'covers' } } as const
const read = defineRoute({
  function: 'alerts-api',
  method: 'GET',
  path: '/v1/things',
  summary: 'for the test',
  access,
  query: z.lazy(() => z.object({ district: districtCode, count: z.coerce.number().int().optional() })),
  status: 200,
  response: z.lazy(() => z.object({ seen: z.string() })),
  refuses: ['wrong-state'],
})
const touch = defineRoute({
  ...read,
  path: '/v1/touches',
  access: { roles: ['officer', 'viewer'], areas: { in: 'query', name: 'district', enough: 'touches' } },
})
const edit = defineRoute({
  ...read,
  method: 'PUT',
  path: '/v1/things/{code}',
  access: { roles: ['officer'], areas: { in: 'path', name: 'code', enough: 'covers' } },
  params: z.lazy(() => z.object({ code: districtCode })),
  query: z.lazy(() => z.object({})),
  body: z.lazy(() =>
    z.strictObject({ name: z.string(), inner: z.strictObject({ list: z.array(z.number()) }).optional() }),
  ),
  ifMatch: 'required',
  idempotencyKey: 'required',
})

const noAudit = createMemoryTrail().trail
const silent = new Logger({ serviceName: 'test', logLevel: 'SILENT' })
const people = [
  buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'] }),
  buildUser({ id: 'viewer', roles: ['viewer'], areas: ['1308001'] }),
]
const apiOf = (...routes: BoundRoute[]) =>
  createApiCaller(
    createHttpHandler({
      routes,
      findUser: async (id) => people.find((user) => user.id === id),
      audit: noAudit,
      logger: silent,
    }),
  )
const api = apiOf(
  bindRoute(read, async ({ query }) => ({ body: { seen: query.district }, etag: 'r1' })),
  bindRoute(touch, async () => ({ body: { seen: 'x'.repeat(5_000) } })),
  bindRoute(edit, async ({ body, ifMatch }) => ({
    body: { seen: `${body.name} ${ifMatch ?? ''}`, hidden: 1 },
  })),
)
const headers = { 'if-match': '"r7"', 'idempotency-key': 'key-12345' }
const officer = { user: 'officer', params: { code: '1308' } }

afterEach(() => vi.restoreAllMocks())

describe('the stack of an HTTP function', () => {
  it('gives a use case what its schemas parsed, and answers with the ETag', async () => {
    const { body, etag } = await api.ok(read, { user: 'officer', query: { district: '1308' } })

    expect([body, etag]).toEqual([{ seen: '1308' }, '"r1"'])
  })

  it('lets nothing out that the response schema does not name, and takes quotes off If-Match', async () => {
    const answer = await api.call(edit, { ...officer, body: { name: 'a' }, headers })

    expect(answer.body).toBe('{"seen":"a r7"}')
  })

  it('says that nothing may be kept, sniffed or framed', async () => {
    const answer = await api.call(read, { user: 'officer', query: { district: '1308' } })

    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'X-Content-Type-Options': 'nosniff',
    })
  })

  it('packs a long answer for those who take it', async () => {
    const request = { user: 'officer', query: { district: '1308' } }

    const plain = await api.call(touch, request)
    const packed = await api.call(touch, { ...request, headers: { 'accept-encoding': 'br, gzip' } })

    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toBe(plain.body)
  })
})

describe('who is refused before anything is read', () => {
  it('is told so by what nobody may keep: the next one may be let in', async () => {
    const answer = await api.call(read, { user: 'viewer', query: { district: '1308' } })

    expect([answer.statusCode, answer.headers?.['cache-control']]).toEqual([403, 'no-store'])
  })

  it('somebody without the role', async () => {
    expect((await api.refused(read, { user: 'viewer', query: { district: '1308' } })).code).toBe(
      'not-allowed',
    )
  })

  it('somebody who does not cover the area of path or query: 404', async () => {
    const refusals = await Promise.all([
      api.refused(read, { user: 'officer', query: { district: '1309' } }),
      api.refused(edit, { user: 'officer', params: { code: '1309' }, body: '{', headers }),
      api.refused(touch, { user: 'viewer', query: { district: '1309' } }),
    ])

    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it('but not who touches an area where that is enough', async () => {
    expect((await api.call(touch, { user: 'viewer', query: { district: '1308' } })).statusCode).toBe(200)
  })

  it('a route that the function does not have', async () => {
    const problem = await apiOf().refused(read, { user: 'officer', query: { district: '1308' } })

    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  })
})

const statusOf = async (body: unknown, more: Record<string, string> = {}) =>
  (await api.refused(edit, { ...officer, body, headers: { ...headers, ...more } })).status

describe('faults of a request', () => {
  it('come all at once, with their places and without their values', async () => {
    const problem = await api.refused(edit, {
      ...officer,
      body: { inner: { list: [1, 'SECRET'], SECRET: 1 }, more: 'SECRET' },
      headers: { 'if-match': '*' },
    })

    expect(problem.code).toBe('invalid-request')
    expect(problem.errors.map(({ path }) => path)).toEqual([
      'headers.idempotency-key',
      'body.name',
      'body.inner.list[1]',
      'body.inner',
      'body',
    ])
    expect(JSON.stringify(problem)).not.toContain('SECRET')
  })

  it('name a code that is none, before its areas could be checked', async () => {
    const problem = await api.refused(read, { user: 'officer', query: { district: '13', count: 'x' } })

    expect(problem.status).toBe(404)
    const other = await api.refused(read, { user: 'officer', query: { district: 'thirteen', count: 'x' } })
    expect(other.errors.map(({ path }) => path)).toEqual(['query.district', 'query.count'])
  })

  it('ask for If-Match where an edit needs it', async () => {
    const problem = await api.refused(edit, {
      ...officer,
      body: { name: 'a' },
      headers: { 'idempotency-key': 'key-12345' },
    })

    expect(problem).toMatchObject({ status: 428, code: 'if-match-required' })
  })

  it('of a JSON body are told by status, and a body that pollutes prototypes is none', async () => {
    expect(await statusOf('{"name":')).toBe(422)
    expect(await statusOf('{"name":"a","__proto__":{"admin":true}}')).toBe(422)
    expect(await statusOf({ name: 'a' }, { 'content-type': 'text/csv' })).toBe(415)
    expect(await statusOf({ name: 'x'.repeat(262_144) })).toBe(413)
  })
})

const failing = (error: unknown) =>
  apiOf(
    bindRoute(read, async () => {
      throw error
    }),
  )

describe('an error of ours', () => {
  const request = { user: 'officer', query: { district: '1308' } }

  it('is answered by a fixed 500 and logged once, without numbers', async () => {
    const logged = vi.spyOn(silent, 'error')

    const problem = await failing(new Error('cannot send to +8562055123456')).refused(read, request)

    expect(problem).toMatchObject({
      status: 500,
      code: 'internal',
      correlationId: 'test-request',
      errors: [],
    })
    expect(JSON.stringify(problem)).not.toContain('cannot send')
    expect(logged).toHaveBeenCalledTimes(1)
    expect(JSON.stringify(logged.mock.calls)).toContain('cannot send to <number>')
  })

  it('keeps its status even where it is thrown as a number or bears a status of its own', async () => {
    expect((await failing(42).refused(read, request)).status).toBe(500)
    const teapot = Object.assign(new Error('x'), { statusCode: 418 })
    expect((await failing(teapot).refused(read, request)).status).toBe(500)
  })

  it('is one too where the answer does not fit its schema', async () => {
    const api2 = apiOf(
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a use case that breaks its contract
      bindRoute(read, async () => ({ body: { seen: 7 } }) as unknown as { body: { seen: string } }),
    )

    expect((await api2.refused(read, request)).code).toBe('internal')
  })

  it('is no fault of the caller: a RequestError of the use case is', async () => {
    const problem = await failing(
      new RequestError('wrong-state', { en: 'Is issued.', lo: 'ສົ່ງແລ້ວ.' }),
    ).refused(read, request)

    expect(problem).toMatchObject({
      status: 409,
      detail: 'Is issued.',
      type: 'urn:siang:problem:wrong-state',
    })
  })
})
