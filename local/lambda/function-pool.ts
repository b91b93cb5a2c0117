import { createPlaces } from './create-places.ts'
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

/** Lambda takes and gives no more in a synchronous invocation. */
const maxPayloadBytes = 6 * 1024 * 1024

/**
 * At most `limit` environments at a time. A place is counted, not an environment: whoever waits for a place
 * gets the next one that is freed, however the environment of the one before ended.
 */
export function createFunctionPool(limit: number, start: () => Promise<Environment | Outcome>): FunctionPool {
  const places = createPlaces(limit)
  const environments = createEnvironments(start)
  let invocationCount = 0

  const reserve: FunctionPool['reserve'] = async (signal) => {
    if (!(await places.take(signal))) return undefined
    const found = await environments.find()
    return {
      invoke: async (event) => {
        if (!('invoke' in found)) return found
        const json = JSON.stringify(event)
        if (Buffer.byteLength(json) > maxPayloadBytes) return failed('RequestTooLargeException', 'over 6 MB')
        invocationCount += 1
        return limitAnswer(await found.invoke(json))
      },
      release: () => {
        if ('invoke' in found) environments.giveBack(found)
        places.give()
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
      places.close()
      await environments.stop()
    },
  }
}

/** Keeps the environments that live; a dead one is forgotten when it would be used again. */
function createEnvironments(start: () => Promise<Environment | Outcome>) {
  const idle: Environment[] = []
  const all = new Set<Environment>()
  return {
    find: async (): Promise<Environment | Outcome> => {
      for (let found = idle.pop(); found !== undefined; found = idle.pop()) {
        if (found.isAlive()) return found
        all.delete(found)
      }
      try {
        const started = await start()
        if ('invoke' in started) all.add(started)
        return started
      } catch (error) {
        return failed('Runtime.InitError', error instanceof Error ? error.message : String(error))
      }
    },
    giveBack: (environment: Environment): void => {
      if (environment.isAlive()) idle.push(environment)
      else all.delete(environment)
    },
    stop: async (): Promise<void> => {
      await Promise.all([...all].map((environment) => environment.stop()))
    },
  }
}

function limitAnswer(outcome: Outcome): Outcome {
  return outcome.kind === 'answered' && Buffer.byteLength(outcome.json) > maxPayloadBytes
    ? failed('Function.ResponseSizeTooLarge', 'the answer is over 6 MB')
    : outcome
}

function failed(errorType: string, errorMessage: string): Outcome {
  return { kind: 'failed', errorType, errorMessage, trace: [] }
}
