import { districtOf } from './area.ts'
import { isAlerted } from './committee.ts'
import type { Village } from './village.ts'

/** Whether a version is meant for the village: its district is, and either whole or with this village named. */
export const isMeantFor = (
  districts: Readonly<Record<string, readonly string[]>>,
  village: string,
): boolean => {
  const only = districts[districtOf(village)]
  return only !== undefined && (only.length === 0 || only.includes(village))
}

/**
 * The villages of a district that a version is meant for, by the roster as it is now. Those that it names are so
 * wherever they are by now: who was merged or taken off the roster since is not lost in silence.
 */
export const villagesMeant = (
  districts: Readonly<Record<string, readonly string[]>>,
  district: string,
  roster: readonly Pick<Village, 'code' | 'status'>[],
): string[] => {
  const only = districts[district]
  if (only === undefined) return []
  return only.length > 0 ? [...only] : roster.filter(isAlerted).map(({ code }) => code)
}
