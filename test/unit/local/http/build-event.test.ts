import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { buildEvent } from '../../../../local/http/build-event.ts'

type Given = { url?: string; headers?: Record<string, string[]>; body?: Buffer }

const eventOf = ({ url = '/v1/a', headers = {}, body = Buffer.alloc(0) }: Given) => {
  const request = new IncomingMessage(new Socket())
  request.url = url
  request.method = 'POST'
  for (const [name, values] of Object.entries(headers)) {
    request.headers[name] = values.join(', ')
    request.headersDistinct[name] = values
  }
  const parts = {
    apiId: 'api',
    routeKey: 'POST /v1/{x}',
    pathParameters: { x: 'a' },
    body,
    nowMs: 0,
    jwt: undefined,
  }
  return buildEvent(request, parts)
}

describe('the event of payload format 2.0', () => {
  test('joins repeated headers and query values by comma and takes the cookies out', () => {
    const event = eventOf({
      url: '/v1/a?x=1&y=%20&x=2',
      headers: { 'x-many': ['1', '2'], cookie: ['a=1; b=2'] },
    })

    expect(event).toMatchObject({
      rawQueryString: 'x=1&y=%20&x=2',
      queryStringParameters: { x: '1,2', y: ' ' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-many': '1,2' },
    })
    expect(event.headers).not.toHaveProperty('cookie')
  })

  test('decodes the path', () => {
    expect(eventOf({ url: '/v1/%E0%BA%9A%20x?q=%20' })).toMatchObject({
      rawPath: '/v1/ບ x',
      requestContext: { http: { path: '/v1/ບ x', method: 'POST' } },
    })
  })

  test('leaves out what is not there', () => {
    const event = eventOf({})

    for (const name of ['cookies', 'queryStringParameters', 'body']) expect(event).not.toHaveProperty(name)
    expect(event.requestContext).not.toHaveProperty('authorizer')
  })

  test.each([
    ['application/json', 'ສ', false],
    ['application/problem+json;charset=utf-8', 'ສ', false],
    ['text/csv', 'ສ', false],
    ['application/octet-stream', Buffer.from('ສ').toString('base64'), true],
    ['application/gzip', Buffer.from('ສ').toString('base64'), true],
  ])('carries a body of %s as text or as base64', (type, body, isBase64Encoded) => {
    expect(eventOf({ headers: { 'content-type': [type] }, body: Buffer.from('ສ') })).toMatchObject({
      body,
      isBase64Encoded,
    })
  })

  test('says the time in the common log format', () => {
    expect(eventOf({}).requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/)
  })
})
