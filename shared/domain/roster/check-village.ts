import { contactsOf } from '../committee.ts'
import { maxMembers, maxStoredMembers, type Village, type VillageDetails } from '../village.ts'
import type { MemberRow } from './check-repeated-members.ts'
import type { MergedCommittee, MergedMember } from './merge-members.ts'
import { findStorageFault } from './find-storage-fault.ts'
import { isMatchedByPhoneAlone } from './match-members.ts'
import { isSameText } from './merge-village.ts'
import type { ProblemLog } from './problem-log.ts'
import { withDayAndMonthSwapped } from './read-date.ts'
import type { RosterEntry } from './roster-entry.ts'

type PlannedVillage = {
  entries: readonly RosterEntry[]
  existing: Village | undefined
  after: VillageDetails
  committee: MergedCommittee<MemberRow>
  markLeft: boolean
  /** False where a row had errors: what it would have said is missing in `after`. */
  isReadable: boolean
}

/** Reports what is wrong with a village as it will be, on its first row, and with each member the file names. */
export function checkVillage(planned: PlannedVillage, log: ProblemLog): void {
  const { entries, after, committee, markLeft, isReadable } = planned
  const rowNumber = entries[0]?.rowNumber ?? 0
  const lastRowNumber = entries.at(-1)?.rowNumber ?? rowNumber
  const present = after.members.filter(({ status }) => status !== 'left')
  if (present.length > maxMembers) {
    log.error(lastRowNumber, 'member_name', 'too-many-members', { count: present.length, limit: maxMembers })
  }
  const storageFault = findStorageFault(after)
  if (storageFault !== undefined) {
    const details = { count: after.members.length, limit: maxStoredMembers }
    log.error(lastRowNumber, 'member_name', storageFault, details)
  }
  if (isReadable) checkReadableVillage(planned, rowNumber, log)
  if (after.status === 'merged') log.warn(rowNumber, 'village_code', 'village-merged')
  if (markLeft && committee.merged.length === 0 && present.length > 0) {
    log.warn(rowNumber, 'member_name', 'nobody-marked-left')
  }
  const failedRows = new Set(entries.filter(({ failed }) => failed).map((entry) => entry.rowNumber))
  for (const merged of committee.merged) {
    checkMember(merged, log)
    if (!failedRows.has(merged.statement.rowNumber)) checkConsent(merged, log)
  }
}

function checkReadableVillage({ after }: PlannedVillage, rowNumber: number, log: ProblemLog): void {
  if (after.nameLo === '' && after.nameEn === '')
    log.error(rowNumber, 'village_name_lo', 'village-name-missing')
  if (contactsOf(after.members, 'urgent').length === 0) log.warn(rowNumber, 'phone', 'no-first-contact')
  const hasSafePlace = (after.safePlaceLo ?? '') !== '' || (after.safePlaceEn ?? '') !== ''
  if (!hasSafePlace) log.warn(rowNumber, 'safe_place_lo', 'no-safe-place')
}

function checkMember({ statement, before, after }: MergedMember<MemberRow>, log: ProblemLog): void {
  const { rowNumber } = statement
  if (statement.id !== undefined && before?.id !== statement.id)
    log.warn(rowNumber, 'member_id', 'member-id-unknown')
  if (before === undefined) return
  if (after.status === 'left' && statement.status === undefined)
    log.warn(rowNumber, 'status', 'listed-but-left')
  if (isMatchedByPhoneAlone(statement, before)) log.warn(rowNumber, 'member_name', 'member-renamed')
  else if (!isSameText(before.name, after.name) && before.phone !== after.phone) {
    log.warn(rowNumber, 'member_id', 'member-replaced')
  }
}

function checkConsent({ statement, before, after }: MergedMember<MemberRow>, log: ProblemLog): void {
  if (after.status === 'active' && after.consentedOn === undefined) {
    log.warn(statement.rowNumber, 'consented_on', 'consent-missing')
  }
  const hasChanged = before !== undefined && before.consentedOn !== after.consentedOn
  if (hasChanged && isSwapped(before.consentedOn, after.consentedOn)) {
    log.warn(statement.rowNumber, 'consented_on', 'date-swapped')
  }
}

function isSwapped(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && withDayAndMonthSwapped(one) === other
}
