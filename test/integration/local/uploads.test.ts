import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Sample, startSample } from './start-sample.ts'

let sample: Sample

beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.end())

const sign = async (length: number, seconds = 60): Promise<{ put: string; get: string }> => {
  const body = JSON.stringify({ type: 'text/csv', length, seconds })
  const response = await fetch(`${sample.run.origin}/upload`, { method: 'POST', body })
  return z.object({ put: z.url(), get: z.url() }).parse(await response.json())
}
const upload = (url: string, body: Uint8Array<ArrayBuffer>, type = 'text/csv') =>
  fetch(url, { method: 'PUT', body, headers: { 'content-type': type } })

describe('uploading by pre-signed URL', () => {
  test('takes the file on the API’s own origin, for the function and for download', async () => {
    const file = new Uint8Array(8 * 1024 * 1024).fill(7)
    const { put, get } = await sign(file.length)

    expect(new URL(put).origin).toBe(sample.run.origin)
    expect((await upload(put, file)).status).toBe(200)
    const download = await fetch(get)
    const uploaded = await (await fetch(`${sample.run.origin}/uploaded`)).json()

    expect(download.headers.get('content-disposition')).toBe('attachment; filename="a.csv"')
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(file)
    expect(uploaded).toEqual({ length: file.length, sha256: createHash('sha256').update(file).digest('hex') })
  })

  test('refuses another length or type than was signed', async () => {
    const { put } = await sign(3)

    const answers = [await upload(put, new Uint8Array(4)), await upload(put, new Uint8Array(3), 'text/html')]

    expect(answers.map(({ status }) => status)).toEqual([403, 403])
    expect(await answers[0]?.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
  })

  test('refuses a URL whose time is over', async () => {
    const { put } = await sign(3, 1)
    sample.run.clock.moveOn(2)

    const response = await upload(put, new Uint8Array(3))

    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('Request has expired'),
    ])
  })

  test('refuses what is larger than the stand-in takes, with a number', async () => {
    const file = new Uint8Array(12 * 1024 * 1024)
    const { put } = await sign(file.length)

    const response = await upload(put, file)

    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('11534336 bytes')])
  })

  test('refuses whoever has no URL', async () => {
    const response = await fetch(`${sample.run.endpoints.s3}/${sample.run.bucketName('bucket')}/x`)

    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('AccessDenied')])
  })
})
