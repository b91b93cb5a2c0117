import { saidOf, wordOf, type CallRecord } from '../../shared/domain/acknowledgement.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { contactsOf } from '../../shared/domain/committee.ts'
import { coverageOf, type Coverage } from '../../shared/domain/coverage.ts'
import { tallyOf } from '../../shared/domain/dispatch.ts'
import type { CalledVillage } from './find-called.ts'

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
