import { districtOf } from './area.ts'

/** Whether a version is meant for the village: its district is, and either whole or with this village named. */
export const isMeantFor = (
  districts: Readonly<Record<string, readonly string[]>>,
  village: string,
): boolean => {
  const only = districts[districtOf(village)]
  return only !== undefined && (only.length === 0 || only.includes(village))
}
