import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readAlertsApiEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readAlertsApiEnvironment(process.env)))
