import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readOperationsApiEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readOperationsApiEnvironment(process.env)))
