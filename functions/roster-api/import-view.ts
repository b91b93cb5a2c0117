import type { z } from 'zod'
import { toIso } from '../../shared/clock.ts'
import type { importView } from '../../shared/contracts/roster-files.ts'
import type { ImportPages } from '../../shared/store/import-pages.ts'
import type { ImportRecord } from '../../shared/store/import-record.ts'

type ImportView = z.input<typeof importView>

const isUndo = ({ state }: ImportRecord): boolean =>
  state === 'undoing' || state === 'undone' || state === 'undone-in-part'

/** An import as shown, with the matches of its plan read from their page. */
export const toImportView = async (
  record: ImportRecord,
  pages: Pick<ImportPages, 'listMatches'>,
): Promise<ImportView> => {
  const { plan } = record
  const matches = plan === undefined ? [] : await pages.listMatches(plan.folder, plan.matches)
  return {
    id: record.id,
    state: record.state,
    fileName: record.fileName,
    createdAtIso: record.createdAtIso,
    createdBy: record.createdBy,
    plan: plan === undefined ? null : { ...plan, matches },
    refusal: record.refusal ?? null,
    progress: { done: record.changesDone, of: plan?.changes ?? 0 },
    leftAlone: isUndo(record) ? record.undoLeftAlone : record.applyLeftAlone,
    undoUntilIso:
      record.undoUntilEpochSeconds === undefined ? null : toIso(record.undoUntilEpochSeconds * 1000),
  }
}
