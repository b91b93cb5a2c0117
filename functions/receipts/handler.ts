import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readReceiptsEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readReceiptsEnvironment(process.env)))
