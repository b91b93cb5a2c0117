import type { VersionRecord } from '../contracts/version-record.ts'
import { saidOf, wordOf, type CallRecord } from '../domain/acknowledgement.ts'
import { districtOf } from '../domain/area.ts'
import { contactsOf } from '../domain/committee.ts'
import { coverageOf, type Coverage } from '../domain/coverage.ts'
import { tallyOf, type Dispatch } from '../domain/dispatch.ts'
import { isDanger } from '../domain/level.ts'
import type { Village } from '../domain/village.ts'

/** A version that phones have seen, or are about to. */
export type IssuedVersion = VersionRecord & { issuedAtEpochSeconds: number }

export const isIssued = (version: VersionRecord): version is IssuedVersion =>
  version.issuedAtEpochSeconds !== undefined

/** The versions that ended the danger of this one since, each in the villages that it is meant for. */
export const endingsSince = (
  { version }: IssuedVersion,
  versions: readonly VersionRecord[],
): IssuedVersion[] => versions.filter(isIssued).filter((one) => one.version > version && !isDanger(one.level))

/** A village of one version with its share of it, if that is written, as its committee stands now. */
export type CalledVillage = {
  code: string
  version: IssuedVersion
  village: Village | undefined
  dispatch: Dispatch | undefined
}

/** Coverage of a village whose dispatch may not be written: then its SMS wait, or nobody there gets any. */
export const coverageOfVillage = (
  { version, village, dispatch }: CalledVillage,
  calls: readonly CallRecord[],
): Coverage => {
  const said = saidOf(wordOf(calls), version.version)
  if (dispatch !== undefined) return coverageOf(tallyOf(dispatch.recipients), dispatch.mirrored, said)
  if (said !== undefined || village === undefined) return said ?? 'no-contact'
  const isToCome = version.fanOutOpen.has(districtOf(village.code))
  return isToCome && contactsOf(village.members, version.lane).length > 0 ? 'waiting' : 'no-contact'
}
