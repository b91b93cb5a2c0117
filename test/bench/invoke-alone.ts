import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { FunctionDescription } from './describe-functions.ts'

const invoked = z.object({ milliseconds: z.number(), peakMemoryBytes: z.number() })

/** How long an invocation took with the loading of its bundle, and the most memory that its process held. */
export type Invoked = z.infer<typeof invoked>

const script = fileURLToPath(new URL('invoke-alone-child.ts', import.meta.url))

/** Invokes a function once in a process of its own, which has as much memory as the stage gives it. */
export const invokeAlone = async (
  { bundleFile, variables, memoryMb, timeoutSeconds }: FunctionDescription,
  event: unknown,
): Promise<Invoked> => {
  const child = fork(script, [bundleFile, String(timeoutSeconds)], {
    env: variables,
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send({ event })
  const [message]: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`an invocation in a process of its own ended with ${String(code)}`)
    }),
  ])
  child.kill()
  return invoked.parse(message)
}
