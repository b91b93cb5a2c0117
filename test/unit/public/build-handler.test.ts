import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createPublicWorld } from '../../support/public-world.ts'

const document = JSON.stringify({ openapi: '3.1.1', info: { title: 'x'.repeat(5000) } })

const start = (readDocument: () => string = () => document) => createPublicWorld({ readDocument }).get

describe('GET /openapi.json', () => {
  it('is the document, for anybody, and may be kept for 5 minutes', async () => {
    const answer = await start()('GET /openapi.json')

    expect([answer.statusCode, answer.body]).toEqual([200, document])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      vary: 'accept-encoding',
    })
  })

  it('is compressed for who takes gzip', async () => {
    const answer = await start()('GET /openapi.json', { 'accept-encoding': 'gzip' })

    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString()).toBe(document)
  })

  it.each([['%s'], ['W/%s'], ['"other", %s'], ['*']])(
    'is not sent again where If-None-Match is %s',
    async (form) => {
      const get = start()
      const etag = (await get('GET /openapi.json')).headers['etag'] ?? ''

      const answer = await get('GET /openapi.json', { 'if-none-match': form.replace('%s', etag) })

      expect([answer.statusCode, answer.body, answer.headers['etag']]).toEqual([304, undefined, etag])
    },
  )

  it('is sent where If-None-Match names another', async () => {
    const answer = await start()('GET /openapi.json', { 'if-none-match': '"other"' })

    expect(answer.statusCode).toBe(200)
  })

  it('is read once, and only when somebody asks for it', async () => {
    let reads = 0
    const get = start(() => {
      reads += 1
      return document
    })

    await get('GET /health')
    expect(reads).toBe(0)

    await get('GET /openapi.json')
    await get('GET /openapi.json')
    expect(reads).toBe(1)
  })

  it('fails with a problem where it was not put beside the bundle', async () => {
    const answer = await start(() => {
      throw new Error('no file')
    })('GET /openapi.json')

    expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json'])
  })
})

describe('GET /health', () => {
  it('says version and stage, and is never kept', async () => {
    const answer = await start()('GET /health')

    expect(JSON.parse(answer.body ?? '')).toEqual({ status: 'ok', version: '1.2.3', stage: 'test' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('what no authority has agreed to publish', () => {
  it.each([
    ['the feed', () => createPublicWorld().getFeed()],
    ['a file', () => createPublicWorld().getFile(`${'0'.repeat(32)}-1.xml`)],
  ])('is not there: %s', async (_what, get) => {
    const answer = await get()

    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json'])
    expect(answer.body).toContain('the competent authority has to agree')
  })
})

it('answers 404 to a route that it does not have', async () => {
  expect((await start()('GET /v1/me')).statusCode).toBe(404)
})

it('refuses without login too in the language that the caller prefers', async () => {
  const [lao, english] = await Promise.all([
    start()('GET /v1/me', { 'accept-language': 'lo' }),
    start()('GET /v1/me', { 'accept-language': 'th' }),
  ])

  expect([lao.headers['content-language'], english.headers['content-language']]).toEqual(['lo', 'en'])
  expect(JSON.parse(lao.body ?? '')).toMatchObject({ title: 'ບໍ່ພົບ' })
  expect(JSON.parse(english.body ?? '')).toMatchObject({ title: 'Not found' })
})
