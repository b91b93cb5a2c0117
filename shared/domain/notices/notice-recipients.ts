import { covers } from '../area.ts'
import { isSamePerson, userCovers, userTouches, type User } from '../user.ts'
import type { NoticeKind } from './notice.ts'

/** Of the version that a notice is about: who had a part in it, and where it goes, or which districts have to act. */
export type Concerned = { readonly areas: readonly string[]; readonly by: readonly string[] }

const holds = (user: User, role: User['roles'][number]): boolean =>
  user.status === 'active' && user.roles.includes(role)

const mayDecide = (user: User, { areas }: Concerned): boolean =>
  holds(user, 'officer') && areas.every((area) => userCovers(user, area))

const isNear = (user: User, { areas }: Concerned): boolean => areas.some((area) => userTouches(user, area))

/** Whether the user sits in one of these districts or its villages, or in its province; who has all of Laos does not. */
const isOfDistrict = (user: User, { areas }: Concerned): boolean =>
  user.areas.some((own) => areas.some((district) => covers(district, own)))
const isOfProvince = (user: User, { areas }: Concerned): boolean =>
  user.areas.some((own) => areas.some((district) => covers(own, district)))

const isOneOf = (user: User, ids: readonly string[], users: readonly User[]): boolean =>
  ids.some((id) => isSamePerson(user, users.find((one) => one.id === id) ?? { id }))

const isMeant = (kind: NoticeKind, user: User, concerned: Concerned, users: readonly User[]): boolean => {
  const hadPart = isOneOf(user, concerned.by, users)
  switch (kind) {
    case 'submitted':
    case 'still-waiting':
      return mayDecide(user, concerned) && !hadPart
    case 'glass-broken':
      return (holds(user, 'officer') || holds(user, 'admin')) && isNear(user, concerned) && !hadPart
    case 'returned':
    case 'rejected':
      return user.status === 'active' && hadPart
    case 'expiring':
    case 'not-ended':
      return holds(user, 'officer') && (hadPart || isNear(user, concerned))
    case 'call-villages':
      return holds(user, 'officer') && (hadPart || isOfDistrict(user, concerned))
    case 'still-to-call':
      return (
        holds(user, 'officer') && (hadPart || isOfDistrict(user, concerned) || isOfProvince(user, concerned))
      )
    case 'account-stopped':
    case 'account-resumed':
      return holds(user, 'admin')
    default:
      return kind satisfies never
  }
}

const personOf = ({ id, personId }: User): string => personId ?? id

const byId = (a: User, b: User): number => (a.id < b.id ? -1 : 1)

/** The login by which a person is told: one that is meant where it has a phone, else any of theirs that has one. */
const loginWithPhone = (meant: readonly User[], all: readonly User[]): User | undefined =>
  [...meant.toSorted(byId), ...all.toSorted(byId)].find(
    ({ status, phone }) => status === 'active' && phone !== undefined,
  )

/**
 * Who is told: each person once, whatever logins they have, and each phone once; and how many have none. `by` are those
 * who had a part: they are left out of what others have to decide, and told what became of their own.
 */
export const noticeRecipients = (
  kind: NoticeKind,
  concerned: Concerned,
  users: readonly User[],
): { userIds: string[]; withoutPhone: number } => {
  const logins = Map.groupBy(users, personOf)
  const meant = Map.groupBy(
    users.filter((one) => isMeant(kind, one, concerned, users)),
    personOf,
  )
  const byPhone = new Map<string, string>()
  let withoutPhone = 0
  for (const [person, theirs] of meant) {
    const reached = loginWithPhone(theirs, logins.get(person) ?? [])
    if (reached?.phone === undefined) withoutPhone += 1
    else if (!byPhone.has(reached.phone)) byPhone.set(reached.phone, reached.id)
  }
  return { userIds: [...byPhone.values()].toSorted(), withoutPhone }
}
