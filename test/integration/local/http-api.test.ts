import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { logIn } from '../../../local/log-in.ts'
import { seedUsers } from '../../../local/seed-users.ts'
import { type Sample, startSample } from './start-sample.ts'

const textsSchema = z.record(z.string(), z.string())
let sample: Sample

beforeAll(async () => {
  sample = await startSample({ environment: { EXTRA: 'yes' }, accessTokenSeconds: 2 })
})
afterAll(() => sample.end())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${sample.run.origin}${path}`, { headers })

describe('the HTTP API', () => {
  test('gives the function the event of payload format 2.0 and its answer back', async () => {
    const response = await get('/echo/%E0%BA%9A/x/y?q=1', { cookie: 'a=1; b=2' })

    expect([response.status, response.headers.get('x-calls')]).toEqual([200, '1'])
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(response.headers.get('apigw-requestid')).toMatch(/./)
    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /echo/{name}/{rest+}',
      rawPath: '/echo/ບ/x/y',
      cookies: ['a=1', 'b=2'],
      pathParameters: { name: 'ບ', rest: 'x/y' },
    })
  })

  test('carries a binary body as base64', async () => {
    const response = await fetch(`${sample.run.origin}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0, 255]),
    })

    expect(await response.json()).toEqual({ body: 'AP8=', isBase64Encoded: true })
  })

  test('answers a preflight and lets an allowed origin read', async () => {
    const origin = 'https://console.example'
    const preflight = await fetch(`${sample.run.origin}/me`, { method: 'OPTIONS', headers: { origin } })

    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization',
    ])
    expect((await get('/me', { origin })).headers.get('access-control-allow-origin')).toBe(origin)
    expect(
      (await get('/me', { origin: 'https://evil.example' })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })

  test('answers 404 for a route that is not there', async () => {
    const response = await get('/nothing')

    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}'])
  })

  test.each([
    ['over 10 MB', 10 * 1024 * 1024 + 1],
    ['over what a function takes', 7 * 1024 * 1024],
  ])('answers 413 for a body %s', async (_what, bytes) => {
    const response = await fetch(`${sample.run.origin}/echo`, { method: 'POST', body: 'x'.repeat(bytes) })

    expect([response.status, await response.text()]).toEqual([413, '{"message":"Request Entity Too Large"}'])
  })

  test('refuses a name that is not this machine’s', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(sample.run.origin)
      const headers = { host: 'evil.example' }
      httpRequest({ port, host: '127.0.0.1', path: '/phones', headers }, (response) =>
        resolve(response.statusCode),
      )
        .on('error', reject)
        .end()
    })

    expect(status).toBe(421)
  })
})

describe('the JWT authorizer', () => {
  test('gives the claims of a Cognito access token, as text', async () => {
    const { accessToken } = await logIn(sample.run.issuerOrigin, 'officer.songkhone')
    const response = await get('/me', { authorization: `Bearer ${accessToken}` })
    const { claims } = z.object({ claims: textsSchema }).parse(await response.json())

    const account = seedUsers.find(({ username }) => username === 'officer.songkhone')
    expect(claims).toMatchObject({
      sub: account?.sub,
      username: 'officer.songkhone',
      token_use: 'access',
      client_id: 'siang-local',
    })
    expect(claims).not.toHaveProperty('aud')
    expect(Object.values(claims).every((claim) => typeof claim === 'string')).toBe(true)
  })

  test.each([
    ['no token', {}],
    ['no real token', { authorization: 'Bearer x.y.z' }],
  ])('answers 401 to %s, and the function hears nothing', async (_what, headers) => {
    const before = sample.run.invocations('api')
    const response = await get('/me', headers)

    expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}'])
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(sample.run.invocations('api')).toBe(before)
  })

  test('answers 401 to a token whose time is over', async () => {
    const { accessToken, expiresInSeconds } = await logIn(sample.run.issuerOrigin, 'admin')
    await new Promise((resolve) => setTimeout(resolve, expiresInSeconds * 1000 + 100))

    const response = await get('/me', { authorization: `Bearer ${accessToken}` })

    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token" error_description="the token has expired"',
    ])
  })

  test('answers 403 to a token without the scope of the route', async () => {
    const { accessToken } = await logIn(sample.run.issuerOrigin, 'admin', ['openid'])
    const response = await get('/tasks/x', { authorization: `Bearer ${accessToken}` })

    expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}'])
  })

  test('a refresh token brings a new access token', async () => {
    const { refreshToken } = await logIn(sample.run.issuerOrigin, 'admin')
    const form = { grant_type: 'refresh_token', client_id: 'siang-local', refresh_token: refreshToken }
    const response = await fetch(`${sample.run.issuerOrigin}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    const { access_token: accessToken } = z.object({ access_token: z.string() }).parse(await response.json())

    expect((await get('/me', { authorization: `Bearer ${accessToken}` })).status).toBe(200)
  })

  test('nobody signs in who is not on the list', async () => {
    await expect(logIn(sample.run.issuerOrigin, 'nobody')).rejects.toThrow('HTTP 400')
  })
})

describe('the environment of a function', () => {
  test('has the template’s variables, the overrides, and no way to AWS', async () => {
    const environment = await (await get('/environment')).json()

    expect(environment).toMatchObject({
      TABLE: 'Sample-test-Table',
      STAGE: 'Sample-test-${literal}',
      EXTRA: 'yes',
      WORK_QUEUE_URL: `${sample.run.endpoints.sqs}/000000000000/Sample-test-WorkQueue`,
      AWS_ENDPOINT_URL_SQS: sample.run.endpoints.sqs,
      AWS_ENDPOINT_URL_S3: `${sample.run.origin}/s3`,
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    })
    expect(environment).not.toHaveProperty('HOME')
  })

  test('an AWS service without a stand-in is answered 501 on this machine', async () => {
    const environment = textsSchema.parse(await (await get('/environment')).json())

    const response = await fetch(environment['AWS_ENDPOINT_URL'] ?? '', { method: 'POST' })

    expect([new URL(response.url).hostname, response.status]).toEqual(['127.0.0.1', 501])
  })

  test('a connection to anywhere else is refused before it begins', async () => {
    const answers = ['sqs.eu-west-1.amazonaws.com', '192.0.2.1'].map(async (host) =>
      (await get(`/outside/${host}`)).text(),
    )

    expect(await Promise.all(answers)).toEqual([
      'Error: a local run talks to this machine only, not to sqs.eu-west-1.amazonaws.com',
      'Error: a local run talks to this machine only, not to 192.0.2.1',
    ])
  })

  test('the context says what the function is and how long it may take', async () => {
    const context = await (await get('/context')).json()

    expect(context).toMatchObject({
      functionName: 'Sample-test-ApiFunction',
      invokedFunctionArn: expect.stringMatching(/^arn:aws:lambda:.*:function:Sample-test-ApiFunction$/),
      memoryLimitInMB: '128',
      remaining: expect.closeTo(2000, -3),
    })
  })
})
