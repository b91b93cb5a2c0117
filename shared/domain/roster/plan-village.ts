import type { Village, VillageDetails } from '../village.ts'
import { checkRepeatedMembers, type MemberRow } from './check-repeated-members.ts'
import { checkVillage } from './check-village.ts'
import type { VillageRows } from './group-by-village.ts'
import { mergeCommittee, type MergedCommittee, type NewMemberId } from './merge-members.ts'
import { mergeStatements, mergeVillage } from './merge-village.ts'
import type { ProblemLog } from './problem-log.ts'
import type { RosterColumn } from './roster-columns.ts'
import { villageColumns } from './village-statement.ts'

/**
 * What the import does to one village. `fields` are the columns that change, `member_order` among them where the
 * committee's order does; members are named by id. An unchanged village has the same object before and after.
 */
export type VillageChange = {
  code: string
  kind: 'added' | 'changed' | 'unchanged'
  /** Its `revision` is what the plan was made on. */
  before?: Village
  after: VillageDetails
  fields: RosterColumn[]
  membersAdded: string[]
  membersChanged: string[]
  membersLeft: string[]
}

export type PlanVillageOptions = {
  markLeft: boolean
  newMemberId: NewMemberId
  log: ProblemLog
  /** Grows by the members that the file names, as `namedKey` writes them. */
  named: Set<string>
}

export function namedKey(villageCode: string, memberId: string): string {
  return `${villageCode}/${memberId}`
}

/** Undefined where a row of the village has an error; all its errors are reported. */
export function planVillage(
  { code, entries }: VillageRows,
  existing: Village | undefined,
  { markLeft, newMemberId, log, named }: PlanVillageOptions,
): VillageChange | undefined {
  const errorsBefore = log.counts().errors
  const stated = mergeStatements(entries, log)
  const { village, changed } = mergeVillage(code, existing, stated)
  const rows: MemberRow[] = entries.flatMap(({ rowNumber, member }) =>
    member === undefined ? [] : [{ ...member, rowNumber }],
  )
  const committee = mergeCommittee(code, existing?.members ?? [], rows, {
    markLeft: markLeft && rows.length > 0,
    newMemberId,
  })
  checkRepeatedMembers(committee.merged, log)
  for (const { after } of committee.merged) named.add(namedKey(code, after.id))
  const after = { ...village, members: committee.members }
  const isReadable = entries.every(({ failed }) => !failed)
  checkVillage({ entries, existing, after, committee, markLeft, isReadable }, log)
  if (!isReadable || log.counts().errors > errorsBefore) return undefined
  return describeChange(code, existing, after, {
    fields: changed.map((field) => villageColumns[field]),
    committee,
  })
}

function describeChange(
  code: string,
  before: Village | undefined,
  after: VillageDetails,
  { fields, committee }: { fields: RosterColumn[]; committee: MergedCommittee<MemberRow> },
): VillageChange {
  const { added, changed, left, reordered } = committee
  const members = { membersAdded: added, membersChanged: changed, membersLeft: left }
  if (before === undefined) return { code, kind: 'added', after, fields, ...members }
  const changes = fields.length + added.length + changed.length + left.length
  if (changes === 0 && !reordered)
    return { code, kind: 'unchanged', before, after: before, fields, ...members }
  return {
    code,
    kind: 'changed',
    before,
    after,
    fields: reordered ? [...fields, 'member_order'] : fields,
    ...members,
  }
}
