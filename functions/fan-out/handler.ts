import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readFanOutEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readFanOutEnvironment(process.env)))
