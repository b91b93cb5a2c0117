import { userCovers, type User } from '../../../shared/domain/user.ts'
import { notFound } from '../../../shared/errors.ts'
import type { ImportRecord } from '../../../shared/store/import-record.ts'
import type { ImportStore } from '../../../shared/store/import-store.ts'

/**
 * An import belongs to the areas that it is about: who covers all districts of its plan may see it and go on with
 * it, and whoever lost one of them may not any more. Without a plan only those may who made or planned it.
 */
const isVisible = (record: ImportRecord, user: User): boolean => {
  const districts = record.plan?.districts ?? []
  if (districts.length === 0) return record.createdBy === user.id || record.plannedBy === user.id
  return districts.every((district) => userCovers(user, district))
}

/** Throws where there is none that the user may see. */
export const findImport = async (
  imports: Pick<ImportStore, 'find'>,
  importId: string,
  user: User,
): Promise<ImportRecord> => {
  const record = await imports.find(importId)
  if (record === undefined || !isVisible(record, user)) throw notFound('import')
  return record
}
