import { gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { Logger } from '@aws-lambda-powertools/logger'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineRoute } from '../../../shared/contracts/routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { createHttpHandler } from '../../../shared/middleware/http-handler.ts'
import { chooseFormat } from '../../../shared/middleware/write-answer.ts'
import { buildUser } from '../../support/builders.ts'
import { createApiCaller } from '../../support/call-api.ts'
import { createMemoryTrail } from '../../support/memory-trail.ts'

describe('the format of an answer', () => {
  it.each([
    [undefined, undefined, 'json'],
    [undefined, '*/*', 'json'],
    [undefined, 'application/json, text/csv', 'json'],
    [undefined, 'text/csv', 'csv'],
    [undefined, 'image/png, Text/CSV; q=0.5, application/json', 'csv'],
    [undefined, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['html', 'text/csv', 'html'],
    ['json', 'text/csv', 'json'],
  ] as const)('?format=%s with accept: %s is %s', (asked, accept, expected) => {
    expect(chooseFormat(['csv', 'html'], asked, accept)).toBe(expected)
  })

  it('is JSON where the route writes nothing else', () => {
    expect(chooseFormat([], 'html', 'text/html')).toBe('json')
  })
})

const style = 'p{color:#000}'
const route = defineRoute({
  function: 'alerts-api',
  method: 'GET',
  path: '/v1/things',
  summary: 'for the test',
  access: { roles: ['viewer'], areas: { in: 'none' } },
  produces: ['csv', 'html'],
  status: 200,
  response: z.lazy(() => z.object({ seen: z.string() })),
})
const api = createApiCaller(
  createHttpHandler({
    routes: [
      bindRoute(
        route,
        async () => {
          const body = { seen: 'ສຽງ'.repeat(2000), hidden: 'not in the contract' }
          return { body }
        },
        {
          csv: { render: (body) => Object.values(body).join(',') },
          html: { render: ({ seen }) => `<style>${style}</style><p>${seen}</p>`, style },
        },
      ),
    ],
    findUser: async (id) => buildUser({ id, roles: ['viewer'] }),
    audit: createMemoryTrail().trail,
    logger: new Logger({ serviceName: 'test', logLevel: 'SILENT' }),
  }),
)
const get = (format: string, headers: Record<string, string> = {}) =>
  api.call(route, { user: 'viewer', query: { format }, headers })

describe('an answer in another format', () => {
  it('is written from what the contract lets through', async () => {
    const { headers, body } = await get('csv')

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['vary']).toBe('accept')
    expect(body).toBe('ສຽງ'.repeat(2000))
  })

  it('as a page carries a policy that lets in its own style alone', async () => {
    const { headers } = await get('html')
    const hash = createHash('sha256').update(style).digest('base64')
    const policies = Object.entries(headers).filter(
      ([name]) => name.toLowerCase() === 'content-security-policy',
    )

    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(policies).toHaveLength(1)
    expect(policies[0]?.[1]).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(policies[0]?.[1]).toContain('sandbox')
    expect(Object.keys(headers)).not.toContain('x-page-policy')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  })

  it('keeps the general policy where it is no page', async () => {
    const { headers } = await get('csv')

    expect(headers['Content-Security-Policy']).not.toContain('style-src')
  })

  it('is compressed as JSON is', async () => {
    const { headers, body } = await get('csv', { 'accept-encoding': 'gzip' })

    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept, accept-encoding' })
    expect(gunzipSync(Buffer.from(body ?? '', 'base64')).toString()).toBe('ສຽງ'.repeat(2000))
  })
})
