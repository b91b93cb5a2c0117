import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readSendSmsEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readSendSmsEnvironment(process.env)))
