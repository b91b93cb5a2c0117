import { areaLevel } from './area.ts'
import { isDanger, type Level } from './level.ts'
import { wholeCountry, type User } from './user.ts'

/** How many people one officer may write to within an hour, by the widest area that they have. */
export type RecipientsPerHour = { country: number; province: number; district: number }

/** What an officer has issued within the last hour, by alert and version. */
export type Counted = Readonly<Record<string, { recipients: number; atEpochSeconds: number }>>

const hourSeconds = 3600

/** The name under which a version counts: once, however often it is asked for. */
export const countKey = (alertId: string, version: number): string => `${alertId}#${version}`

/**
 * The ceiling of an officer: what an admin has set where that is more; else the sum over their areas, and never more
 * than the country's.
 */
export const ceilingOf = (
  user: Pick<User, 'areas' | 'recipientsPerHour'>,
  perHour: RecipientsPerHour,
): number => {
  const ofArea = (area: string): number => {
    if (area === wholeCountry) return perHour.country
    return areaLevel(area) === 'province' ? perHour.province : perHour.district
  }
  const sum = user.areas.reduce((total, area) => total + ofArea(area), 0)
  return Math.max(user.recipientsPerHour ?? 0, Math.min(sum, perHour.country))
}

/**
 * Levels that no ceiling holds back: who has to leave must be told, what was sent by mistake must be taken back, and
 * who was warned must hear that it is over. They count all the same.
 */
export const isHeldByCeiling = (level: Level): boolean => level !== 'evacuate' && isDanger(level)

/** What still counts: everything younger than an hour. */
export const withinTheHour = (counted: Counted, nowSeconds: number): Record<string, Counted[string]> =>
  Object.fromEntries(
    Object.entries(counted).filter(([, { atEpochSeconds }]) => atEpochSeconds > nowSeconds - hourSeconds),
  )

export const sumOf = (counted: Counted): number =>
  Object.values(counted).reduce((sum, { recipients }) => sum + recipients, 0)

/** From when on so many more have room below the ceiling; undefined where they never have. */
export const roomFrom = (
  counted: Counted,
  { recipients, ceiling }: { recipients: number; ceiling: number },
): number | undefined => {
  if (recipients > ceiling) return undefined
  const oldestFirst = Object.values(counted).toSorted((a, b) => a.atEpochSeconds - b.atEpochSeconds)
  let left = sumOf(counted) + recipients
  for (const { recipients: gone, atEpochSeconds } of oldestFirst) {
    left -= gone
    if (left <= ceiling) return atEpochSeconds + hourSeconds
  }
  return undefined
}
