import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { z } from 'zod'

/** A store in a process of its own, listening on 127.0.0.1. */
export type Child = {
  pid: number
  origin: string
  /** Set once the process has ended; the runner cannot go on without it. */
  ended: Promise<void>
  stop: () => Promise<void>
}

const readySchema = z.object({ port: z.number() })

/**
 * Starts one of the scripts of this folder. Its only argument is the folder of its data, by which the
 * process can later be told from others.
 */
export async function startChild(
  script: string,
  folder: string,
  log: (text: string) => void,
): Promise<Child> {
  mkdirSync(folder, { recursive: true })
  const child = fork(script, [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { PATH: process.env['PATH'], TZ: 'UTC', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout?.on('data', (data: Buffer) => log(data.toString()))
  child.stderr?.on('data', (data: Buffer) => log(data.toString()))
  const ended = once(child, 'exit').then(() => undefined)
  const first: unknown = await Promise.race([
    once(child, 'message').then(([message]) => message),
    ended.then(() => undefined),
  ])
  const ready = readySchema.safeParse(first)
  if (!ready.success || child.pid === undefined) {
    child.kill('SIGKILL')
    throw new Error(`${script} did not start; see the logs`)
  }
  return {
    pid: child.pid,
    origin: `http://127.0.0.1:${ready.data.port}`,
    ended,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(timer)
    },
  }
}
