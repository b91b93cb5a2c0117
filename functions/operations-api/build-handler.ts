import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import type { OperationsApiDeps } from './deps.ts'
import { listAudit } from './list-audit.ts'
import { listDeadLetters } from './list-dead-letters.ts'
import { redriveDeadLetters } from './redrive-dead-letters.ts'
import { verifyAudit } from './verify-audit.ts'

export const buildHandler = (deps: OperationsApiDeps) =>
  createHttpHandler({
    routes: [listDeadLetters(deps), redriveDeadLetters(deps), listAudit(deps), verifyAudit(deps)],
    findUser: (id) => deps.users.find(id),
    audit: deps.audit,
    logger: deps.logger,
  })
