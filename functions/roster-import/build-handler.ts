import { importMessage } from '../../shared/contracts/queue-messages.ts'
import { createQueueHandler, eachRecord } from '../../shared/middleware/queue-handler.ts'
import { applyImport } from './apply-import.ts'
import type { RosterImportDeps } from './deps.ts'
import { planUpload } from './plan-upload.ts'
import { undoImport } from './undo-import.ts'
import { workOnImport } from './work-on-import.ts'
import { writeExport } from './write-export.ts'

const jobs = { plan: planUpload, apply: applyImport, undo: undoImport } as const

export const buildHandler = (deps: RosterImportDeps) =>
  createQueueHandler({
    schema: importMessage,
    logger: deps.logger,
    recordFailures: deps.recordFailures,
    useCase: eachRecord(deps.logger, (message, remainingMs) =>
      message.job === 'export'
        ? writeExport(deps, message.exportId)
        : workOnImport(deps, message, remainingMs, jobs[message.job]),
    ),
  })
