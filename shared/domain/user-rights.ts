import { covers, normaliseAreas } from './area.ts'
import { userCovers, wholeCountry, type RightsRequest, type Role, type User } from './user.ts'

/** What a person may do and where: all their roles hold in all their areas. */
type Rights = Pick<User, 'roles' | 'areas'>

/** What each role is for, in the words that `GET /v1/me` answers. */
const allowedTo = {
  viewer: ['look'],
  officer: ['look', 'issue-alerts', 'approve-alerts', 'record-calls', 'stop-alerts'],
  admin: ['look', 'keep-rosters', 'keep-users', 'read-audit', 'stop-all-sending'],
} as const satisfies Record<Role, readonly string[]>
export const allowances = [...new Set(Object.values(allowedTo).flat())]

/** What somebody with these roles may do, each once. */
export const allowancesOf = (roles: readonly Role[]): (typeof allowances)[number][] =>
  allowances.filter((allowance) => roles.some((role) => allowedTo[role].some((one) => one === allowance)))

/** The fewest areas that cover the same. */
export const tidyAreas = (areas: readonly string[]): string[] =>
  areas.includes(wholeCountry) ? [wholeCountry] : normaliseAreas(areas)

const within = (inner: readonly string[], outer: readonly string[]): string[] =>
  inner.filter((area) => userCovers({ areas: outer }, area))

/** The areas that lie in both. */
const sharedAreas = (a: readonly string[], b: readonly string[]): string[] =>
  tidyAreas([...new Set([...within(a, b), ...within(b, a)])])

/** Whether one admin alone may not give these rights to who has those: they make an admin, or widen one's areas. */
export const needsSecondAdmin = (has: Rights, wanted: Rights): boolean =>
  wanted.roles.includes('admin') &&
  !(has.roles.includes('admin') && wanted.areas.every((area) => userCovers(has, area)))

/**
 * The rights that hold until a second admin agrees: what is taken away is gone at once, nothing is added. Where
 * nothing is left the areas stand without a role, so that the person is still found by who keeps those areas.
 */
export const rightsMeanwhile = (has: Rights, wanted: Rights): Rights => {
  const roles = wanted.roles.filter((role) => has.roles.includes(role))
  const areas = sharedAreas(has.areas, wanted.areas)
  return roles.length === 0 || areas.length === 0 ? { roles: [], areas: wanted.areas } : { roles, areas }
}

/** The request that still waits, if its time is not over. */
export const openRequest = (user: Pick<User, 'request'>, nowSeconds: number): RightsRequest | undefined =>
  user.request !== undefined && user.request.expiresAtEpochSeconds > nowSeconds ? user.request : undefined

/** Whether an admin keeps this user: all of the user's areas are theirs. */
export const keepsUser = (admin: Pick<User, 'areas'>, user: Pick<User, 'areas'>): boolean =>
  user.areas.every((area) => userCovers(admin, area))

/** Whether somebody may name admins for the whole country: of these one must always be left. */
export const isNationalAdmin = (user: Pick<User, 'roles' | 'areas' | 'status'>): boolean =>
  user.status === 'active' && user.roles.includes('admin') && user.areas.includes(wholeCountry)

/** Whether a user has anything to do with an area, as a list filtered by it shows them. */
export const concerns = (user: Pick<User, 'areas'>, area: string): boolean =>
  userCovers(user, area) ||
  user.areas.some((own) => own === area || area === wholeCountry || covers(area, own))
