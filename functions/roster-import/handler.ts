import { buildHandler } from './build-handler.ts'
import { createDeps } from './deps.ts'
import { readRosterImportEnvironment } from './env.ts'

export const handler = buildHandler(createDeps(readRosterImportEnvironment(process.env)))
