import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sample, startSample } from './start-sample.ts'

let sample: Sample

beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.end())

const get = (path: string) => fetch(`${sample.run.origin}${path}`)

describe('a function that fails', () => {
  test.each([
    ['throws', '/fail', 500, 'Internal Server Error'],
    ['exits', '/exit', 500, 'Internal Server Error'],
    ['needs too much memory', '/memory', 500, 'Internal Server Error'],
    ['answers over 6 MB', '/large', 500, 'Internal Server Error'],
    ['never answers', '/hang', 503, 'Service Unavailable'],
    ['never rests', '/spin', 503, 'Service Unavailable'],
  ])(
    'that %s is answered by the API, and the next call is served',
    { timeout: 20_000 },
    async (_what, path, status, message) => {
      const response = await get(path)

      expect([response.status, await response.text()]).toEqual([status, `{"message":"${message}"}`])
      expect((await get('/context')).status).toBe(200)
    },
  )

  test('is in the log of the function', async () => {
    await get('/fail')

    const words = sample.words.filter((text) => text.includes('"errorMessage":"on purpose"'))
    expect(words.at(-1)).toMatch(/^Sample-test-ApiFunction: .*"errorType":"Error"/)
  })

  test('more callers than places all get an answer, although the first ones time out', {
    timeout: 20_000,
  }, async () => {
    const hanging = Array.from({ length: 4 }, () => get('/hang'))
    const waiting = Array.from({ length: 8 }, () => get('/context'))

    expect((await Promise.all(hanging)).map(({ status }) => status)).toEqual([503, 503, 503, 503])
    expect((await Promise.all(waiting)).every(({ status }) => status === 200)).toBe(true)
  })
})
