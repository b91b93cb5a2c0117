import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readEnv } from './env.ts'

export const handler = buildHandler(createDeps(readEnv(process.env)))
