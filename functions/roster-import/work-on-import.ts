import type { ImportMessage } from '../../shared/contracts/queue-messages.ts'
import type { ImportRecord } from '../../shared/store/import-record.ts'
import type { RosterImportDeps } from './deps.ts'

type Message = Exclude<ImportMessage, { job: 'export' }>

/** An import in this worker's hands. */
export type HeldImport = { record: ImportRecord; leaseToken: string; remainingMs: () => number }

/** `paused`: time is short and work is left. `over`: all is done, or another worker has it now. */
export type WorkOutcome = 'paused' | 'over'

const mostDelaySeconds = 900

/**
 * Takes hold of an import for as long as this invocation lasts and does its job. What is left over, and what
 * another worker holds, goes back on the queue; a message that comes again for finished work does nothing.
 */
export const workOnImport = async (
  deps: RosterImportDeps,
  message: Message,
  remainingMs: () => number,
  work: (deps: RosterImportDeps, held: HeldImport) => Promise<WorkOutcome>,
): Promise<void> => {
  const { importId, job } = message
  const nowMs = deps.clock.nowMs()
  const lease = { token: deps.newId(), endsAtEpochMs: nowMs + remainingMs() }
  const claim = await deps.imports.claim(importId, job, lease, nowMs)
  if (claim.outcome === 'idle') return
  if (claim.outcome === 'busy') {
    const seconds = Math.ceil((claim.untilEpochMs - nowMs) / 1000)
    await deps.queue.send([message], Math.min(Math.max(seconds, 1), mostDelaySeconds))
    return
  }
  try {
    const outcome = await work(deps, { record: claim.record, leaseToken: lease.token, remainingMs })
    if (outcome === 'over') return
  } catch (error) {
    await deps.imports.release(importId, lease.token)
    throw error
  }
  await deps.imports.release(importId, lease.token)
  await deps.queue.send([message])
}
