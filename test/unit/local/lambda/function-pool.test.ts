import { describe, expect, test } from 'vitest'
import type { Environment, Outcome } from '../../../../local/lambda/environment.ts'
import { createFunctionPool } from '../../../../local/lambda/function-pool.ts'

const answer: Outcome = { kind: 'answered', json: 'null' }
const timedOut: Outcome = { kind: 'failed', errorType: 'Sandbox.Timedout', errorMessage: '', trace: [] }

/** Environments whose invocations end when the test says so. */
const createFakes = () => {
  const pending: ((outcome: Outcome) => void)[] = []
  let started = 0
  const start = (): Promise<Environment> => {
    started += 1
    let alive = true
    return Promise.resolve({
      invoke: () =>
        new Promise<Outcome>((resolve) => {
          pending.push((outcome) => {
            if (outcome.kind === 'failed') alive = false
            resolve(outcome)
          })
        }),
      isAlive: () => alive,
      stop: () => Promise.resolve(),
    })
  }
  const endNext = async (outcome: Outcome): Promise<void> => {
    while (pending.length === 0) await new Promise(setImmediate)
    pending.shift()?.(outcome)
  }
  return { start, endNext, started: () => started }
}

describe('the environments of a function', () => {
  test('one environment serves one call after another', async () => {
    const fakes = createFakes()
    const pool = createFunctionPool(2, fakes.start)

    for (let call = 0; call < 3; call += 1) {
      const invoked = pool.invoke({})
      await fakes.endNext(answer)
      await invoked
    }

    expect([fakes.started(), pool.invocations()]).toEqual([1, 3])
  })

  test('a caller that waits is served although the environment before it timed out', async () => {
    const fakes = createFakes()
    const pool = createFunctionPool(1, fakes.start)

    const [first, second] = [pool.invoke({}), pool.invoke({})]
    await fakes.endNext(timedOut)
    await fakes.endNext(answer)

    expect(await Promise.all([first, second])).toEqual([timedOut, answer])
    expect(fakes.started()).toBe(2)
  })

  test('never more calls at a time than the limit', async () => {
    const fakes = createFakes()
    const pool = createFunctionPool(2, fakes.start)

    const calls = Array.from({ length: 5 }, () => pool.invoke({}))
    await new Promise(setImmediate)

    expect(fakes.started()).toBe(2)
    for (let ended = 0; ended < calls.length; ended += 1) await fakes.endNext(answer)
    await Promise.all(calls)
    expect(fakes.started()).toBe(2)
  })

  test('a bundle that does not load fails each call and blocks none', async () => {
    const initError: Outcome = {
      kind: 'failed',
      errorType: 'Runtime.InitError',
      errorMessage: 'x',
      trace: [],
    }
    const pool = createFunctionPool(1, () => Promise.resolve(initError))

    expect(await Promise.all([pool.invoke({}), pool.invoke({})])).toEqual([initError, initError])
    expect(pool.invocations()).toBe(0)
  })

  test('whoever waits to reserve gives up when told, and leaves its place to others', async () => {
    const fakes = createFakes()
    const pool = createFunctionPool(1, fakes.start)
    const abort = new AbortController()
    const held = await pool.reserve()

    const waiting = pool.reserve(abort.signal)
    abort.abort()
    expect(await waiting).toBeUndefined()
    held?.release()
    const invoked = pool.invoke({})
    await fakes.endNext(answer)

    expect(await invoked).toEqual(answer)
  })

  test('an event over 6 MB is refused before it reaches the function', async () => {
    const fakes = createFakes()
    const pool = createFunctionPool(1, fakes.start)

    const outcome = await pool.invoke({ body: 'x'.repeat(6 * 1024 * 1024) })

    expect([outcome.kind === 'failed' && outcome.errorType, pool.invocations()]).toEqual([
      'RequestTooLargeException',
      0,
    ])
  })
})
