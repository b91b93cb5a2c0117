import type * as z from 'zod'
import type { importView } from '../../shared/contracts/roster-files.ts'
import { importTransitions, workingStates, type ImportJob } from '../../shared/domain/import-state.ts'
import { transitionOf } from '../../shared/domain/transition.ts'
import { RequestError } from '../../shared/errors.ts'
import type { ImportRecord } from '../../shared/store/import-record.ts'
import { queueWork, type ImportDeps } from './import-deps.ts'
import { toImportView } from './import-view.ts'

export const wrongState = (detail: string): RequestError => new RequestError('wrong-state', detail)

const whyNot: Record<ImportJob, string> = {
  plan: 'An import that was applied, or is being worked on, cannot be planned. Begin a new import.',
  apply: 'Only an import that is planned can be applied.',
  undo: 'Only an import that was applied can be taken back.',
}

/**
 * Brings an import into the working state of a job and queues the job. An import that is there already is queued
 * again: the same request finds work whose message was lost. Throws where neither is possible.
 */
export const startJob = async (
  deps: ImportDeps,
  record: ImportRecord,
  job: ImportJob,
  enter: () => Promise<boolean>,
): Promise<z.input<typeof importView>> => {
  if (record.state !== workingStates[job]) {
    if (!transitionOf(importTransitions, job).from.includes(record.state)) throw wrongState(whyNot[job])
    await enter()
  }
  const entered = await deps.imports.find(record.id)
  if (entered?.state !== workingStates[job]) {
    throw wrongState('The import has moved on meanwhile. Read it again.')
  }
  await queueWork(deps, { schemaVersion: 1, job, importId: record.id })
  return toImportView(deps, entered)
}
