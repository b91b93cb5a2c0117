import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readPublicEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readPublicEnvironment(process.env)))
