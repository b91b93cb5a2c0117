/** What a store's process was told by the runner: see `startChild`. */
export function childFolder(): string {
  const folder = process.argv[2]
  if (folder === undefined || process.send === undefined) throw new Error('started by the local runner only')
  return folder
}

/**
 * Tells the runner the port, and ends the process when the runner says so or dies: its channel closes then,
 * even by SIGKILL. Ctrl-C reaches the whole group, so it is left to the runner.
 */
export function serveUntilParentEnds(port: number, close: () => Promise<unknown>): void {
  let closing = false
  const end = (): void => {
    if (closing) return
    closing = true
    void close().finally(() => {
      process.exit(0)
    })
  }
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', end)
  process.on('disconnect', end)
  process.send?.({ port })
}
