import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readTickEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readTickEnvironment(process.env)))
