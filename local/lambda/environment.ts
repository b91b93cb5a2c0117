import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { LocalClock } from './local-clock.ts'

/** What an invocation came to: the answer as JSON text, or the error as Lambda reports it. */
export type Outcome =
  | { kind: 'answered'; json: string }
  | { kind: 'failed'; errorType: string; errorMessage: string; trace: string[] }

/** How to start an environment of a function. */
export type EnvironmentSettings = {
  functionName: string
  functionArn: string
  bundleFile: string
  exportName: string
  timeoutSeconds: number
  memoryMb: number
  variables: Record<string, string>
  clock: LocalClock
  log: (text: string) => void
}

/** One environment of a function, which runs one event at a time. */
export type Environment = {
  invoke: (eventJson: string) => Promise<Outcome>
  isAlive: () => boolean
  stop: () => Promise<void>
}

const messageSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ requestId: z.string(), json: z.string() }),
  z.object({
    requestId: z.string(),
    failure: z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) }),
  }),
])

type Settle = (outcome: Outcome) => void
type State = { alive: boolean; settle: Settle | undefined; started: Settle | undefined }

/** Starts an environment and loads its bundle. A bundle that does not load gives an outcome, not a throw. */
export async function startEnvironment(settings: EnvironmentSettings): Promise<Environment | Outcome> {
  const worker = createWorker(settings)
  const state: State = { alive: true, settle: undefined, started: undefined }
  const failed = await new Promise<Outcome | undefined>((resolve) => {
    state.started = resolve
    listen(worker, state, () => {
      resolve(undefined)
    })
  })
  state.started = undefined
  if (failed !== undefined) {
    logFailure(settings, failed)
    return failed
  }
  return {
    invoke: (eventJson) => invoke(worker, state, settings, eventJson),
    isAlive: () => state.alive,
    stop: async () => {
      state.alive = false
      await worker.terminate()
    },
  }
}

function createWorker(settings: EnvironmentSettings): Worker {
  const { functionName, functionArn, bundleFile, exportName, memoryMb } = settings
  const context = {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
  }
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    name: functionName,
    env: settings.variables,
    execArgv: ['--enable-source-maps'],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
    workerData: { bundleFile, exportName, context, aheadMs: settings.clock.aheadMs },
  })
  worker.unref()
  forwardOutput(worker.stdout, settings.log)
  forwardOutput(worker.stderr, settings.log)
  return worker
}

function forwardOutput(stream: Readable, log: (text: string) => void): void {
  stream.on('data', (data: Buffer) => {
    log(data.toString())
  })
}

function listen(worker: Worker, state: State, ready: () => void): void {
  const end = (outcome: Outcome): void => {
    state.alive = false
    state.started?.({
      ...outcome,
      ...(outcome.kind === 'failed' ? { errorType: initError(outcome.errorType) } : {}),
    })
    state.settle?.(outcome)
  }
  worker.on('message', (message: unknown) => {
    const parsed = messageSchema.parse(message)
    if ('ready' in parsed) ready()
    else if ('json' in parsed) state.settle?.({ kind: 'answered', json: parsed.json })
    else state.settle?.({ kind: 'failed', ...parsed.failure })
  })
  worker.on('error', (error: unknown) => {
    end(failure(isOutOfMemory(error) ? 'Runtime.OutOfMemory' : 'Runtime.UnhandledError', describe(error)))
  })
  worker.on('exit', (code) => {
    end(failure('Runtime.ExitError', `the environment exited with code ${code}`))
  })
}

function invoke(
  worker: Worker,
  state: State,
  settings: EnvironmentSettings,
  event: string,
): Promise<Outcome> {
  const requestId = randomUUID()
  const limitMs = settings.timeoutSeconds * 1000
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      state.alive = false
      void worker.terminate()
      state.settle?.(
        failure('Sandbox.Timedout', `Task timed out after ${settings.timeoutSeconds}.00 seconds`),
      )
    }, limitMs)
    state.settle = (outcome) => {
      clearTimeout(timer)
      state.settle = undefined
      logFailure(settings, outcome)
      resolve(outcome)
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is of windows, this is a thread
    worker.postMessage({ requestId, event, deadlineEpochMs: Date.now() + limitMs })
  })
}

/** As Lambda's own runtime does: the function's log has every error that nobody caught. */
function logFailure({ clock, log }: EnvironmentSettings, outcome: Outcome): void {
  if (outcome.kind === 'answered') return
  const { errorType, errorMessage, trace } = outcome
  const timestamp = new Date(clock.nowMs()).toISOString()
  log(JSON.stringify({ level: 'ERROR', timestamp, errorType, errorMessage, trace }))
}

function failure(errorType: string, errorMessage: string): Outcome {
  return { kind: 'failed', errorType, errorMessage, trace: [] }
}

function initError(errorType: string): string {
  return errorType === 'Runtime.OutOfMemory' ? errorType : 'Runtime.InitError'
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
