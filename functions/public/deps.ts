import { readFileSync } from 'node:fs'
import type { Logger } from '@aws-lambda-powertools/logger'
import { createLogger } from '../../shared/create-logger.ts'
import type { readPublicEnvironment } from './env.ts'

export type PublicDeps = {
  stage: string
  version: string
  /** The API document as JSON. Read at the first request for it, so that no other answer waits for it. */
  readDocument: () => string
  logger: Logger
}

export const createDeps = (environment: ReturnType<typeof readPublicEnvironment>): PublicDeps => ({
  stage: environment.STAGE,
  version: environment.CODE_VERSION,
  // Synthesis writes it beside the bundle.
  readDocument: () => readFileSync(new URL('openapi.json', import.meta.url), 'utf8'),
  logger: createLogger('public'),
})
