import { toEpochSeconds } from '../../shared/clock.ts'
import type { ImportMessage } from '../../shared/contracts/queue-messages.ts'
import type { TickDeps } from './deps.ts'

/** Puts imports on their queue again that are at work and that nobody has had for a while; answers with how many. */
export const recoverImports = async (deps: TickDeps): Promise<number> => {
  const nowMs = deps.clock.nowMs()
  const forgotten = await deps.imports.listForgotten(nowMs, toEpochSeconds(nowMs) - deps.recoverySeconds)
  await deps.importsQueue.send(
    forgotten.map(({ job, importId }): ImportMessage => ({ schemaVersion: 1, job, importId })),
  )
  return forgotten.length
}
