import { covers } from './area.ts'
import type { Language } from './village.ts'

/** `officer` issues alerts, `admin` keeps rosters and users and issues nothing, `viewer` looks. One may hold several. */
export const roles = ['viewer', 'officer', 'admin'] as const
export type Role = (typeof roles)[number]

/** The area that covers all of Laos; only users hold it, no village lies in it by code. */
export const wholeCountry = 'LA'

/** Rights that an admin wants for somebody and that hold once a second admin has agreed. */
export type RightsRequest = {
  id: string
  roles: readonly Role[]
  areas: readonly string[]
  /** The admin who asked. */
  by: string
  atEpochSeconds: number
  expiresAtEpochSeconds: number
}

/** A person who may sign in. `id` is the `sub` claim of their access token. */
export type User = {
  id: string
  name: string
  roles: readonly Role[]
  areas: readonly string[]
  status: 'active' | 'disabled'
  /** Whose login this is, where one person has several. */
  personId?: string | undefined
  /** E.164, in Laos or abroad: where notices go by SMS. */
  phone?: string | undefined
  /** Of notices. */
  language?: Language | undefined
  /** How many people this officer may write to within an hour, where an admin has set more than the stage gives. */
  recipientsPerHour?: number | undefined
  /** Waits for a second admin; without effect once its time is over. */
  request?: RightsRequest | undefined
  /** What became of the last request, so that the same answer to it twice does nothing twice. */
  lastRequest?: { id: string; outcome: 'confirmed' | 'refused'; by: string } | undefined
  /** The request that invited this person. */
  inviteId?: string | undefined
  /** Counts changes; 0 or none of an entry that was written by hand. */
  revision?: number | undefined
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

/** Between which codes of villages all of the user's areas lie, and maybe others; undefined for the whole country. */
export const rangeOfCodes = ({ areas }: Pick<User, 'areas'>): { from: string; to: string } | undefined => {
  const ends = areas.map((area) => area.padEnd(7, '9')).toSorted()
  const [first] = areas.toSorted()
  const to = ends.at(-1)
  return first === undefined || to === undefined || areas.includes(wholeCountry)
    ? undefined
    : { from: first, to }
}
