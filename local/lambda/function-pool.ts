import type { Environment, Outcome } from './environment.ts'

/** An environment held for one invocation; `release` must be called once. */
export type Reservation = { invoke: (event: unknown) => Promise<Outcome>; release: () => void }

/** The environments of one function. */
export type FunctionPool = {
  /** Waits for a free environment, runs the event and gives the environment back. */
  invoke: (event: unknown) => Promise<Outcome>
  /** Waits for a free and loaded environment and holds it. Gives up when the signal aborts. */
  reserve: (signal?: AbortSignal) => Promise<Reservation | undefined>
  /** How many events have been handed to the function's code so far. */
  invocations: () => number
  stop: () => Promise<void>
}

/** Lambda refuses more for a synchronous invocation. */
const maxEventBytes = 6 * 1024 * 1024

type Waiter = { wake: () => void }

/**
 * At most `limit` environments at a time. A place is counted, not an environment: whoever waits for a place
 * gets the next one that is freed, however the environment of the one before ended.
 */
export function createFunctionPool(limit: number, start: () => Promise<Environment | Outcome>): FunctionPool {
  const idle: Environment[] = []
  const all = new Set<Environment>()
  const waiters: Waiter[] = []
  let freePlaces = limit
  let invocationCount = 0
  let stopped = false

  const takePlace = async (signal: AbortSignal | undefined): Promise<boolean> => {
    if (stopped || signal?.aborted === true) return false
    if (freePlaces > 0) {
      freePlaces -= 1
      return true
    }
    return await waitForPlace(waiters, signal)
  }
  const givePlace = (): void => {
    const next = waiters.shift()
    if (next === undefined) freePlaces += 1
    else next.wake()
  }
  const findEnvironment = async (): Promise<Environment | Outcome> => {
    for (let found = idle.pop(); found !== undefined; found = idle.pop()) {
      if (found.isAlive()) return found
      all.delete(found)
    }
    const started = await start()
    if ('invoke' in started) all.add(started)
    return started
  }
  const reserve: FunctionPool['reserve'] = async (signal) => {
    if (!(await takePlace(signal))) return undefined
    const found = await findEnvironment().catch(
      (error: unknown): Outcome => failed('Runtime.InitError', error),
    )
    return {
      invoke: async (event) => {
        if (!('invoke' in found)) return found
        const json = JSON.stringify(event)
        if (Buffer.byteLength(json) > maxEventBytes) return failed('RequestTooLargeException', 'over 6 MB')
        invocationCount += 1
        const outcome = await found.invoke(json)
        return outcome.kind === 'answered' && outcome.json.length > maxEventBytes
          ? failed('Function.ResponseSizeTooLarge', 'the answer is over 6 MB')
          : outcome
      },
      release: () => {
        if ('invoke' in found) {
          if (found.isAlive()) idle.push(found)
          else all.delete(found)
        }
        givePlace()
      },
    }
  }
  return {
    reserve,
    invoke: async (event) => {
      const reservation = await reserve()
      if (reservation === undefined) return failed('Runtime.Stopped', 'the local run is stopping')
      try {
        return await reservation.invoke(event)
      } finally {
        reservation.release()
      }
    },
    invocations: () => invocationCount,
    stop: async () => {
      stopped = true
      await Promise.all([...all].map((environment) => environment.stop()))
    },
  }
}

function waitForPlace(waiters: Waiter[], signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const waiter: Waiter = {
      wake: () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(true)
      },
    }
    const giveUp = (): void => {
      const index = waiters.indexOf(waiter)
      if (index !== -1) waiters.splice(index, 1)
      resolve(false)
    }
    signal?.addEventListener('abort', giveUp, { once: true })
    waiters.push(waiter)
  })
}

function failed(errorType: string, error: unknown): Outcome {
  const errorMessage = error instanceof Error ? error.message : String(error)
  return { kind: 'failed', errorType, errorMessage, trace: [] }
}
