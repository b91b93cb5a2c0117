import { describe, expect, it } from 'vitest'
import { readTokens } from '../../../web/src/sign-in/read-tokens.ts'

const answer = (status: number, body: unknown): Response => Response.json(body, { status })

describe('reading what the token endpoint answered', () => {
  it.each(['Bearer', 'bearer'])('takes the tokens of type %s', async (type) => {
    const body = { access_token: 'a', token_type: type, expires_in: 900, refresh_token: 'r', id_token: 'i' }

    expect(await readTokens(answer(200, body))).toMatchObject({ access_token: 'a', refresh_token: 'r' })
  })

  it.each([
    [400, { error: 'invalid_grant' }],
    [401, { error: 'invalid_client', error_description: 'no' }],
  ])('takes %i with %j for a refusal', async (status, body) => {
    expect(await readTokens(answer(status, body))).toBeUndefined()
  })

  it.each([
    [200, { access_token: 'a', token_type: 'DPoP' }],
    [200, { token_type: 'Bearer' }],
    [200, 'a page of a captive portal'],
    [429, { message: 'slow down' }],
    [429, { error: 'slow_down' }],
    [503, { error: 'temporarily_unavailable' }],
  ])('takes %i with %j for no answer, so that nobody is signed out by it', async (status, body) => {
    await expect(readTokens(answer(status, body))).rejects.toThrow(TypeError)
  })

  it('takes what is not JSON for no answer', async () => {
    await expect(readTokens(new Response('<html>', { status: 200 }))).rejects.toThrow(TypeError)
  })
})
