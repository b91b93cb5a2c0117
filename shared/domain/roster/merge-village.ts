import { cleanText } from '../lao-text.ts'
import type { Village, VillageDetails } from '../village.ts'
import type { ProblemLog } from './problem-log.ts'
import { areSameLanguages } from './read-text.ts'
import type { RosterEntry } from './roster-entry.ts'
import {
  villageColumns,
  villageFields,
  type VillageField,
  type VillageStatement,
} from './village-statement.ts'

/** A village's fields without its committee. */
export type VillageWithoutMembers = Omit<VillageDetails, 'members'>

/**
 * What all rows of a village say of it together. Rows may leave cells empty; where two say different things,
 * none wins: the later one is reported with the number of the one that it contradicts.
 */
export function mergeStatements(entries: readonly RosterEntry[], log: ProblemLog): VillageStatement {
  const merged: VillageStatement = {}
  const statedBy: { [Field in VillageField]?: number } = {}
  for (const { rowNumber, village } of entries) {
    for (const field of villageFields) {
      if (village[field] === undefined) continue
      const earlier = statedBy[field]
      if (earlier === undefined) {
        statedBy[field] = rowNumber
        Object.assign(merged, { [field]: village[field] })
      } else if (!isSame(merged[field], village[field])) {
        log.error(rowNumber, villageColumns[field], 'village-contradicts', { rows: [earlier] })
      }
    }
  }
  return merged
}

/** The village after the import, and the fields that change by it. */
export function mergeVillage(
  code: string,
  existing: Village | undefined,
  stated: VillageStatement,
): { village: VillageWithoutMembers; changed: VillageField[] } {
  const village = existing === undefined ? newVillage(code) : withoutMembers(existing)
  const changed: VillageField[] = []
  for (const field of villageFields) {
    if (stated[field] === undefined || isSame(village[field], stated[field])) continue
    changed.push(field)
    Object.assign(village, { [field]: stated[field] })
  }
  return { village, changed }
}

function newVillage(code: string): VillageWithoutMembers {
  return { code, nameLo: '', nameEn: '', languagesSpoken: [], status: 'active' }
}

function withoutMembers(existing: Village): VillageWithoutMembers {
  const { members: _members, revision: _revision, updatedAtIso: _updatedAtIso, ...details } = existing
  return details
}

type FieldValue = VillageStatement[VillageField]

/** Texts are the same where cleaning makes them so: a cell cannot hold a line break or double spaces. */
function isSame(one: FieldValue, other: FieldValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return areSameLanguages(one, other)
  if (typeof one === 'string' && typeof other === 'string') return isSameText(one, other)
  return one === other
}

export function isSameText(one: string, other: string): boolean {
  return one === other || cleanText(one) === cleanText(other)
}
