import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import type { Context, ScheduledEvent } from 'aws-lambda'
import type { AnchorMemory } from './anchor-audit.ts'
import type { TickDeps } from './deps.ts'
import { runTick } from './run-tick.ts'

export const buildHandler = (deps: TickDeps) => {
  const anchored: AnchorMemory = {}
  return middy<ScheduledEvent, void>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(deps.logger, { resetKeys: true }))
    .handler(async (_event: ScheduledEvent, context: Context): Promise<void> => {
      await runTick(deps, anchored, () => context.getRemainingTimeInMillis())
    })
}
