import { createPublicHandler } from '../../shared/middleware/public-handler.ts'
import type { PublicDeps } from './deps.ts'
import { getApiDocument } from './get-api-document.ts'
import { getHealth } from './get-health.ts'

export const buildHandler = (deps: PublicDeps) =>
  createPublicHandler({ routes: [getApiDocument(deps), getHealth(deps)], logger: deps.logger })
