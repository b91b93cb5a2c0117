import { searchKey } from '../lao-text.ts'
import type { Member } from '../village.ts'
import type { MemberStatement } from './member-statement.ts'

type Claim = Pick<MemberStatement, 'id' | 'nameKey' | 'phone' | 'status'>

/**
 * Who of the committee each statement is about; absent from the map for new members. Told by id, then by phone
 * and name together, then by a name that only one has, then by a phone that only one has. A surer way goes first
 * for all statements, so that a guess never takes away whom another statement names exactly. Who has left is
 * found by id, or by phone and name, alone: a newcomer with their number is not them. Where one person has several
 * entries, as somebody who left and came back, the stated status tells which is meant, else the one who stays is.
 */
export function matchMembers<Statement extends Claim>(
  statements: readonly Statement[],
  members: readonly Member[],
): Map<Statement, Member> {
  const matched = new Map<Statement, Member>()
  const taken = new Set<Member>()
  const nameKeys = new Map(members.map((member) => [member, searchKey(member.name)]))
  const nameKeyOf = (member: Member): string => nameKeys.get(member) ?? ''
  const pass = (keyOf: KeyOf<Statement>, keyOfMember: KeyOf<Member>, onlyUnique: boolean): void => {
    if (matched.size === statements.length || taken.size === members.length) return
    const staying = members.filter(({ status }) => status !== 'left')
    const candidates = onlyUnique ? staying : [...staying, ...members.filter((one) => one.status === 'left')]
    for (const [statement, member] of pairUp(statements, candidates, keyOf, keyOfMember, onlyUnique)) {
      if (matched.has(statement) || taken.has(member)) continue
      matched.set(statement, member)
      taken.add(member)
    }
  }
  pass(
    ({ id }) => id,
    ({ id }) => id,
    false,
  )
  const personKeyOf = (member: Member): string => `${member.phone} ${nameKeyOf(member)}`
  pass(
    ({ phone, nameKey, status }) => (status === undefined ? undefined : `${status} ${phone} ${nameKey}`),
    (member) => `${member.status} ${personKeyOf(member)}`,
    false,
  )
  pass(({ phone, nameKey }) => `${phone} ${nameKey}`, personKeyOf, false)
  pass(({ nameKey }) => nameKey, nameKeyOf, true)
  pass(
    ({ phone }) => phone,
    ({ phone }) => phone,
    true,
  )
  return matched
}

/** Whether only the phone told who is meant, and under another name: it may be somebody else's by now. */
export function isMatchedByPhoneAlone(statement: Claim, member: Member): boolean {
  return statement.id !== member.id && statement.nameKey !== searchKey(member.name)
}

type KeyOf<Thing> = (thing: Thing) => string | undefined

/** Pairs of one key: the first with the first and so on; with `onlyUnique`, only where there is one of each. */
function pairUp<Statement>(
  statements: readonly Statement[],
  members: readonly Member[],
  keyOf: KeyOf<Statement>,
  keyOfMember: KeyOf<Member>,
  onlyUnique: boolean,
): (readonly [Statement, Member])[] {
  const membersByKey = Map.groupBy(members, keyOfMember)
  return [...Map.groupBy(statements, keyOf)].flatMap(([key, sameStatements]) => {
    const sameMembers = key === undefined ? [] : (membersByKey.get(key) ?? [])
    if (onlyUnique && (sameStatements.length > 1 || sameMembers.length > 1)) return []
    return sameMembers.flatMap((member, index) => {
      const statement = sameStatements[index]
      return statement === undefined ? [] : [[statement, member] as const]
    })
  })
}
