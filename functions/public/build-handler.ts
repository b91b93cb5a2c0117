import { createPublicHandler } from '../../shared/middleware/public-handler.ts'
import type { PublicDeps } from './deps.ts'
import { getApiDocument } from './get-api-document.ts'
import { getCapAlert } from './get-cap-alert.ts'
import { getCapFeed } from './get-cap-feed.ts'
import { getHealth } from './get-health.ts'

export const buildHandler = (deps: PublicDeps) =>
  createPublicHandler({
    routes: [getApiDocument(deps), getHealth(deps), getCapFeed(deps), getCapAlert(deps)],
    logger: deps.logger,
  })
