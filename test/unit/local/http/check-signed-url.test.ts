import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { describe, expect, test } from 'vitest'
import { checkSignedUrl } from '../../../../local/http/check-signed-url.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' }
const client = new S3Client({
  endpoint: 'http://127.0.0.1:4100/s3',
  region: 'local',
  forcePathStyle: true,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  credentials,
})
const signedAt = new Date('2026-11-21T08:00:00Z')
const soon = signedAt.getTime() + 60_000
const file = { Bucket: 'uploads', Key: 'imports/ບ້ານ (1).csv' }
const options = { expiresIn: 900, signingDate: signedAt }

const check = (method: string, url: string, headers: Record<string, string>, nowEpochMs = soon) => {
  const request = new IncomingMessage(new Socket())
  const { pathname, search, host } = new URL(url)
  request.method = method
  request.url = `${pathname}${search}`
  Object.assign(request.headers, { host, ...headers })
  return checkSignedUrl(request, credentials, nowEpochMs)
}
const uploadUrl = () =>
  getSignedUrl(client, new PutObjectCommand({ ...file, ContentType: 'text/csv', ContentLength: 12 }), {
    ...options,
    signableHeaders: new Set(['content-type', 'content-length']),
  })
const sent = { 'content-type': 'text/csv', 'content-length': '12' }

describe('checking a pre-signed URL', () => {
  test('lets through what the SDK signed', async () => {
    expect(check('PUT', await uploadUrl(), sent)).toBeUndefined()
    expect(check('GET', await getSignedUrl(client, new GetObjectCommand(file), options), {})).toBeUndefined()
  })

  test.each([
    ['another method', 'GET', sent],
    ['another length', 'PUT', { ...sent, 'content-length': '13' }],
    ['another type', 'PUT', { ...sent, 'content-type': 'text/html' }],
  ])('refuses %s', async (_what, method, headers) => {
    expect(check(method, await uploadUrl(), headers)).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    })
  })

  test('refuses another key, and a longer life than was signed', async () => {
    const url = await uploadUrl()

    expect(check('PUT', url.replace('imports', 'exports'), sent)?.code).toBe('SignatureDoesNotMatch')
    expect(check('PUT', url.replace('X-Amz-Expires=900', 'X-Amz-Expires=901'), sent)?.code).toBe(
      'SignatureDoesNotMatch',
    )
  })

  test('refuses a URL whose time is over', async () => {
    expect(check('PUT', await uploadUrl(), sent, signedAt.getTime() + 901_000)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    })
  })

  test('refuses the key of another account', async () => {
    const url = (await uploadUrl()).replace('X-Amz-Credential=local', 'X-Amz-Credential=other')

    expect(check('PUT', url, sent)?.code).toBe('InvalidAccessKeyId')
  })
})
