import { describe, expect, test } from 'vitest'
import { buildAnswer } from '../../../../local/http/build-response.ts'

describe('what an HTTP API makes of a function’s answer', () => {
  test('a value without statusCode becomes 200 and JSON', () => {
    expect(buildAnswer('{"a":1}')).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    })
    expect(buildAnswer('"text"')).toMatchObject({ status: 200, body: 'text' })
    expect(buildAnswer('null')).toMatchObject({ status: 200, body: 'null' })
  })

  test('headers become lower case, cookies become set-cookie, and text is the default type', () => {
    const answer = buildAnswer(
      JSON.stringify({ statusCode: 201, headers: { 'X-One': 1 }, cookies: ['a=1', 'b=2'], body: 'x' }),
    )

    expect(answer).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-one': '1', 'set-cookie': ['a=1', 'b=2'] },
      body: 'x',
    })
  })

  test('a base64 body is sent as bytes', () => {
    const { body } = buildAnswer(JSON.stringify({ statusCode: 200, body: 'AAEC', isBase64Encoded: true }))

    expect(body).toEqual(Buffer.from([0, 1, 2]))
  })

  test('a malformed answer is a 500 that says no more', () => {
    expect(buildAnswer('{"statusCode":"200"}')).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    })
  })
})
