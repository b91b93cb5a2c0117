import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import type { importView } from '../../../shared/contracts/roster-files.ts'
import type { ImportRecord } from '../../../shared/store/import-record.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'
import type { ImportDeps } from './import-deps.ts'

type ImportView = z.input<typeof importView>

const isUndo = ({ state }: ImportRecord): boolean =>
  state === 'undoing' || state === 'undone' || state === 'undone-in-part'

/** Names are read where they are shown: in the import's own item there is no room for thousands of them. */
const nameVillages = async (
  villages: Pick<VillageStore, 'findMany'>,
  codes: readonly string[],
): Promise<ImportView['leftAlone']> => {
  if (codes.length === 0) return []
  const found = new Map((await villages.findMany(codes)).map((village) => [village.code, village]))
  return codes.map((code) => {
    const { nameLo = '', nameEn = '' } = found.get(code) ?? {}
    return { code, nameLo, nameEn }
  })
}

/** An import as shown, with the matches of its plan read from their page, and villages by name. */
export const toImportView = async (
  { pages, villages }: Pick<ImportDeps, 'pages' | 'villages'>,
  record: ImportRecord,
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
    leftAlone: await nameVillages(villages, isUndo(record) ? record.undoLeftAlone : record.applyLeftAlone),
    undoUntilIso:
      record.undoUntilEpochSeconds === undefined ? null : toIso(record.undoUntilEpochSeconds * 1000),
  }
}
