import type { LocalRun } from './run.ts'

/**
 * Ends the process cleanly on Ctrl-C and SIGTERM, and with an error when a store dies. A second Ctrl-C does not
 * wait; the data survives that too.
 */
export function stopOnSignals(run: LocalRun, say: (text: string) => void): void {
  let stopping = false
  const stop = (exitCode: number): void => {
    if (stopping) process.exit(1)
    stopping = true
    run.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        say(error instanceof Error ? error.message : String(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => {
    say('Stopping…')
    stop(0)
  })
  process.on('SIGTERM', () => {
    stop(0)
  })
  run.failed.catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    stop(1)
  })
}
