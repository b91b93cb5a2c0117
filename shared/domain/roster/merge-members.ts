import { withoutProofs } from '../reachability.ts'
import type { Member } from '../village.ts'
import { isMatchedByPhoneAlone, matchMembers } from './match-members.ts'
import type { MemberStatement } from './member-statement.ts'
import { isSameText } from './merge-village.ts'
import { orderMembers } from './order-members.ts'

/** Gives a new member their id: the same for the same village and name. */
export type NewMemberId = (villageCode: string, nameKey: string) => string

/** A statement of the file with the member before and after it. */
export type MergedMember<Statement> = { statement: Statement; before: Member | undefined; after: Member }

/** A committee after the import. Ids stand in `added`, `changed` and `left`. */
export type MergedCommittee<Statement> = {
  members: Member[]
  merged: MergedMember<Statement>[]
  added: string[]
  changed: string[]
  left: string[]
  reordered: boolean
}

export function mergeCommittee<Statement extends MemberStatement>(
  villageCode: string,
  existing: readonly Member[],
  statements: readonly Statement[],
  options: { markLeft: boolean; newMemberId: NewMemberId },
): MergedCommittee<Statement> {
  const matched = matchMembers(statements, existing)
  const freshId = createFreshId(villageCode, existing, options.newMemberId)
  const merged = statements.map((statement) => {
    const before = matched.get(statement)
    const after =
      before === undefined ? newMember(statement, freshId(statement)) : mergeMember(before, statement)
    return { statement, before, after }
  })
  const afterByBefore = new Map(merged.map(({ before, after }) => [before, after]))
  const stays = (member: Member): Member =>
    options.markLeft && member.status !== 'left' ? { ...member, status: 'left' } : member
  const kept = existing.map((member) => afterByBefore.get(member) ?? stays(member))
  const added = merged.filter(({ before }) => before === undefined).map(({ after }) => after)
  const members = orderMembers(
    [...kept, ...added],
    merged.flatMap(({ statement: { order }, after }) =>
      order === undefined ? [] : [{ entry: after, place: order }],
    ),
  )
  const isListed = (member: Member): boolean => afterByBefore.has(member)
  return {
    members,
    merged,
    added: added.map(({ id }) => id),
    changed: merged
      .filter(({ before, after }) => before !== undefined && before !== after)
      .map(({ after }) => after.id),
    left: existing.filter((member) => !isListed(member) && stays(member) !== member).map(({ id }) => id),
    reordered: kept.some((member, index) => members[index]?.id !== member.id),
  }
}

function newMember(statement: MemberStatement, id: string): Member {
  const { name, phone, organisation, consentedOn, notes } = statement
  return {
    id,
    name,
    phone,
    duty: statement.duty ?? 'member',
    sex: statement.sex ?? 'unknown',
    language: statement.language ?? 'lo',
    script: statement.script ?? 'lao',
    status: statement.status ?? 'active',
    ...(organisation === undefined ? {} : { organisation }),
    ...(consentedOn === undefined ? {} : { consentedOn }),
    ...(notes === undefined ? {} : { notes }),
  }
}

const memberFields = [
  'name',
  'phone',
  'duty',
  'sex',
  'language',
  'script',
  'status',
  'organisation',
  'consentedOn',
  'notes',
] as const

/** The same object where nothing changes. */
function mergeMember(before: Member, statement: MemberStatement): Member {
  const changed = memberFields.filter((field) => {
    const stated = statement[field]
    return stated !== undefined && !isSameText(stated, before[field] ?? '')
  })
  if (changed.length === 0) return before
  const kept = changed.includes('phone') ? withoutProofs(before) : { ...before }
  if (changed.includes('status')) delete kept.quarantinedAtIso
  // What one person agreed to, another has not.
  if (isMatchedByPhoneAlone(statement, before)) delete kept.consentedOn
  return { ...kept, ...Object.fromEntries(changed.map((field) => [field, statement[field]])) }
}

/** Ids that nobody of the village has, also where two share a name or an edited member keeps a former name's id. */
function createFreshId(villageCode: string, existing: readonly Member[], newMemberId: NewMemberId) {
  const used = new Set(existing.map(({ id }) => id))
  return ({ nameKey }: MemberStatement): string => {
    let distinguished = nameKey
    let id = newMemberId(villageCode, distinguished)
    while (used.has(id)) {
      distinguished += '+'
      id = newMemberId(villageCode, distinguished)
    }
    used.add(id)
    return id
  }
}
