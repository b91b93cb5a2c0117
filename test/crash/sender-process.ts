import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { senderNews, type SenderSettings } from './sender-messages.ts'

/** A process with sender threads. */
export type SenderProcess = {
  id: string
  /** Ends one thread; resolves when it is dead. */
  killThread: (sender: string) => Promise<void>
  /** SIGKILL; resolves when the process is gone. */
  kill: () => Promise<void>
  /** Resolves when the process is gone, for whatever reason. */
  gone: Promise<void>
}

const script = fileURLToPath(new URL('sender-child.ts', import.meta.url))

/** Starts a sender process. `onThreadEnded` hears of each thread that ended, `log` gets its words. */
export const startSenderProcess = (
  settings: SenderSettings,
  onThreadEnded: (sender: string) => void,
  log: (text: string) => void,
): SenderProcess => {
  const child = fork(script, [JSON.stringify(settings)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout?.on('data', (data: Buffer) => log(data.toString()))
  child.stderr?.on('data', (data: Buffer) => log(data.toString()))
  const gone = once(child, 'exit').then(() => undefined)
  const waiting = new Map<string, () => void>()
  child.on('message', (message: unknown) => {
    const { ended } = senderNews.parse(message)
    onThreadEnded(ended)
    waiting.get(ended)?.()
    waiting.delete(ended)
  })
  return {
    id: settings.processId,
    killThread: async (sender) => {
      const dead = new Promise<void>((resolve) => {
        waiting.set(sender, resolve)
      })
      child.send({ kill: sender }, () => undefined)
      await Promise.race([dead, gone])
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    gone,
  }
}
