import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callApi } from '../../../web/src/api/call-api.ts'
import { nowIso } from '../../../web/src/clock.ts'
import { keepSession } from '../../../web/src/sign-in/session.ts'

const deviceIso = '2026-11-22T12:00:00.000Z'

/** The API answers at this time, if it says which. */
const answerAt = async (date: string | undefined): Promise<void> => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(Response.json({}, { headers: date === undefined ? {} : { date } })),
  )
  await callApi('GET /v1/me')
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(deviceIso), toFake: ['Date'] })
  keepSession({
    accessToken: 'token',
    endsAtMs: Date.now() + 3_600_000,
    refreshToken: undefined,
    remembered: false,
  })
})
afterEach(async () => {
  await answerAt(new Date().toUTCString())
  keepSession(undefined)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the time of the console', () => {
  it('is the API’s, also on a phone whose clock or time zone was set wrong: people are told an hour to act by', async () => {
    await answerAt('Sun, 22 Nov 2026 05:00:00 GMT')

    expect(nowIso()).toBe('2026-11-22T05:00:00.000Z')
  })

  it('is the device’s where both agree but for the way of the answer', async () => {
    await answerAt('Sun, 22 Nov 2026 11:59:20 GMT')

    expect(nowIso()).toBe(deviceIso)
  })

  it('stays what it was where an answer does not say the time', async () => {
    await answerAt('Sun, 22 Nov 2026 05:00:00 GMT')

    await answerAt(undefined)

    expect(nowIso()).toBe('2026-11-22T05:00:00.000Z')
  })
})
