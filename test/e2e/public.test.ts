import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { startSiang, type Siang } from './support/siang.ts'

describe('what needs no login, over HTTP', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang()
  })
  afterAll(() => siang.end())

  it('is the API document, from beside the bundle, with an ETag that spares reading it again', async () => {
    const first = await fetch(`${siang.origin}/openapi.json`)
    const document = publicRoutes.getApiDocument.response.parse(await first.json())

    const again = await fetch(`${siang.origin}/openapi.json`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })

    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toContain('/v1/alerts/{alertId}')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is health, with version and stage and nothing else', async () => {
    const response = await fetch(`${siang.origin}/health`)

    expect(response.status).toBe(200)
    expect(
      z
        .strictObject({ status: z.literal('ok'), version: z.string(), stage: z.string() })
        .parse(await response.json()),
    ).toMatchObject({
      stage: 'test',
    })
  })
})
