import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBucket, type TestBucket } from '../../support/bucket.ts'

let started: TestBucket
beforeAll(async () => {
  started = await startBucket()
})
afterAll(() => started.stop())

describe('the bucket', () => {
  test('signs type and length of an upload, and takes the file by that URL', async () => {
    const { url, headers } = await started.bucket.signUpload('a/file', {
      contentType: 'text/csv',
      sizeBytes: 5,
    })

    const answer = await fetch(url, { method: 'PUT', headers, body: 'hello' })

    const query = new URL(url).searchParams
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')
    expect(query.get('X-Amz-Expires')).toBe('900')
    expect(answer.status).toBe(200)
    expect(await started.bucket.head('a/file')).toMatchObject({ sizeBytes: 5 })
  })

  test('gives a file by a signed URL under its name', async () => {
    await started.bucket.put('a/export.csv', 'text', 'text/csv')

    const url = await started.bucket.signDownload('a/export.csv', 'roster.csv')

    const answer = await fetch(url)
    expect(await answer.text()).toBe('text')
    expect(new URL(url).searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="roster.csv"',
    )
  })

  test('reads an object with its ETag, which changes with the content', async () => {
    await started.bucket.put('a/one', 'first', 'text/csv')
    const first = await started.bucket.read('a/one', 100)
    await started.bucket.put('a/one', 'second', 'text/csv')

    const second = await started.bucket.read('a/one', 100)

    expect(first).toMatchObject({ outcome: 'read', bytes: new TextEncoder().encode('first') })
    expect(second).toMatchObject({ outcome: 'read', bytes: new TextEncoder().encode('second') })
    expect(second).not.toEqual({ ...second, etag: first.outcome === 'read' ? first.etag : '' })
    expect(await started.bucket.head('a/one')).toMatchObject({
      etag: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test('tells a missing object and one that is too large, without reading it', async () => {
    await started.bucket.put('a/large', 'x'.repeat(101), 'text/csv')

    expect(await started.bucket.read('a/large', 100)).toEqual({ outcome: 'too-large' })
    expect(await started.bucket.read('a/none', 100)).toEqual({ outcome: 'missing' })
    expect(await started.bucket.head('a/none')).toBeUndefined()
  })

  test('writes a large object in parts', async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 'siang')

    await started.bucket.put('a/parts', bytes, 'text/csv')

    const read = await started.bucket.read('a/parts', 30 * 1024 * 1024)
    expect(read.outcome === 'read' && Buffer.compare(read.bytes, bytes)).toBe(0)
  })
})
