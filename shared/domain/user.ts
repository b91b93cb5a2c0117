import { covers } from './area.ts'

/** `officer` issues alerts, `admin` keeps rosters and users and issues nothing, `viewer` looks. One may hold several. */
export const roles = ['viewer', 'officer', 'admin'] as const
export type Role = (typeof roles)[number]

/** The area that covers all of Laos; only users hold it, no village lies in it by code. */
const wholeCountry = 'LA'

/** A person who may sign in. `id` is the `sub` claim of their access token. */
export type User = {
  id: string
  name: string
  roles: readonly Role[]
  areas: readonly string[]
  status: 'active' | 'disabled'
  /** Whose login this is, where one person has several. */
  personId?: string | undefined
}

/** Whether two logins are one person's: what one of them wrote the other may not approve. */
export const isSamePerson = (a: Pick<User, 'id' | 'personId'>, b: Pick<User, 'id' | 'personId'>): boolean =>
  a.id === b.id || (a.personId ?? a.id) === (b.personId ?? b.id)

/** Whether the user's areas take in the area of this code (their own or one below it). */
export const userCovers = (user: Pick<User, 'areas'>, code: string): boolean =>
  user.areas.some((area) => area === wholeCountry || covers(area, code))

/** Whether any part of the area lies in the user's areas: enough to look at it, not to change it. */
export const userTouches = (user: Pick<User, 'areas'>, code: string): boolean =>
  userCovers(user, code) || user.areas.some((area) => covers(code, area))
