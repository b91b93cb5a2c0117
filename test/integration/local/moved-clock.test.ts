import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Sample, startSample } from './start-sample.ts'
import { until } from './until.ts'

let sample: Sample
beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.end())

const times = z.object({
  now: z.number(),
  made: z.number(),
  remade: z.number(),
  told: z.number(),
  event: z.number(),
  given: z.string(),
  isDate: z.boolean(),
})
const readTimes = async () => times.parse(await (await sample.call('/time')).json())
const readItem = async (id: string) => {
  const answer = await sample.call(`/tasks/${id}`)
  return answer.status === 200 ? z.looseObject({}).parse(await answer.json()) : undefined
}
const upload = (url: string) =>
  fetch(url, { method: 'PUT', body: 'a,b', headers: { 'content-type': 'text/csv' } })

describe('a run whose clock was moved on', () => {
  test('has functions, also those that run already, and their events tell the new time', async () => {
    const before = await readTimes()
    sample.run.clock.moveOn(365 * 24 * 3600)
    const nowMs = sample.run.clock.nowMs()

    const { given, isDate, ...after } = await readTimes()

    expect(before.now).toBeLessThan(Date.now() + 1000)
    for (const told of Object.values(after)) expect(Math.abs(told - nowMs)).toBeLessThan(10_000)
    expect([given, isDate]).toEqual(['2026-11-21T19:00:00.000Z', true])
  })

  test('leaves an invocation its time, and people signed in', async () => {
    const context = await sample.call('/context')
    const me = await sample.call('/me')

    const { remaining } = z.object({ remaining: z.number() }).parse(await context.json())
    expect(remaining).toBeGreaterThan(0)
    expect(remaining).toBeLessThanOrEqual(2000)
    expect(me.status).toBe(200)
  })

  test('has SMS and schedules at the new time', async () => {
    const movedTo = sample.run.clock.nowMs()
    await sample.send({ id: 'later', phone: '+8562055000001', text: 'later' })
    await sample.run.fire('tick')
    await until(() => readItem('later'))

    const [sms] = sample.run.outbox.read()
    const { event } = z.object({ event: z.object({ time: z.string() }) }).parse(await readItem('tick'))

    expect(Date.parse(sms?.acceptedAtIso ?? '')).toBeGreaterThanOrEqual(movedTo)
    expect(Date.parse(event.time)).toBeGreaterThanOrEqual(movedTo - 1000)
  })

  test('ends pre-signed URLs that were made before, and takes new ones', async () => {
    const sign = async () => {
      const body = JSON.stringify({ type: 'text/csv', length: 3, seconds: 60 })
      const answer = await fetch(`${sample.run.origin}/upload`, { method: 'POST', body })
      return z.object({ put: z.url() }).parse(await answer.json()).put
    }
    const old = await sign()
    sample.run.clock.moveOn(61)
    const fresh = await sign()

    const answers = [await upload(old), await upload(fresh)]

    expect(answers.map(({ status }) => status)).toEqual([403, 200])
    expect(await answers[0]?.text()).toContain('Request has expired')
  })
})
