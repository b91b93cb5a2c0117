import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import type { OperationsApiDeps } from './deps.ts'
import { listDeadLetters } from './list-dead-letters.ts'
import { redriveDeadLetters } from './redrive-dead-letters.ts'

export const buildHandler = (deps: OperationsApiDeps) =>
  createHttpHandler({
    routes: [listDeadLetters(deps), redriveDeadLetters(deps)],
    findUser: (id) => deps.users.find(id),
    logger: deps.logger,
  })
