import type * as z from 'zod'
import type { importView } from '../../../shared/contracts/roster-files.ts'
import { importTransitions, workingStates, type ImportJob } from '../../../shared/domain/import-state.ts'
import { transitionOf } from '../../../shared/domain/transition.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { ImportRecord } from '../../../shared/store/import-record.ts'
import { queueWork, type ImportDeps } from './import-deps.ts'
import { toImportView } from './import-view.ts'

export const wrongState = (detail: Words): RequestError => new RequestError('wrong-state', detail)

const whyNot: Record<ImportJob, Words> = {
  plan: {
    en: 'An import that was applied, or is being worked on, cannot be planned. Begin a new import.',
    lo: 'ການນຳເຂົ້າທີ່ບັນທຶກເຂົ້າບັນຊີແລ້ວ ຫຼື ກຳລັງເຮັດຢູ່ ກວດຄືນບໍ່ໄດ້. ໃຫ້ນຳເຂົ້າໃໝ່.',
  },
  apply: { en: 'Only an import that is planned can be applied.', lo: 'ຕ້ອງກວດໄຟລ໌ກ່ອນ ຈຶ່ງບັນທຶກເຂົ້າບັນຊີໄດ້.' },
  undo: {
    en: 'Only an import that was applied can be taken back.',
    lo: 'ສະເພາະການນຳເຂົ້າທີ່ບັນທຶກເຂົ້າບັນຊີແລ້ວ ຈຶ່ງເອົາຄືນໄດ້.',
  },
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
    throw wrongState({
      en: 'The import has moved on meanwhile. Read it again.',
      lo: 'ການນຳເຂົ້ານີ້ປ່ຽນໄປໃນລະຫວ່າງນີ້. ອ່ານຄືນ.',
    })
  }
  await queueWork(deps, { schemaVersion: 1, job, importId: record.id })
  return toImportView(deps, entered)
}
