import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, type Clock } from '../clock.ts'
import { wholeCountry } from '../domain/user.ts'
import type { CallStore } from '../store/call-store.ts'
import { endingsSince, isIssued } from './called-village.ts'
import { rankVillages, type RankVillagesDeps } from './rank-villages.ts'

export type VillagesToCallDeps = RankVillagesDeps & { calls: Pick<CallStore, 'listAlert'>; clock: Clock }

const everywhere = { areas: [wholeCountry] }

/** The codes of all villages that the version's call list has now, of whatever area; `versions`: all of the alert. */
export const listVillagesToCall = async (
  deps: VillagesToCallDeps,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<string[]> => {
  if (!isIssued(version)) return []
  const ranked = await rankVillages(deps, everywhere, version, {
    calls: await deps.calls.listAlert(version.alertId),
    endings: endingsSince(version, versions),
    district: undefined,
    isOpen: false,
    nowEpochSeconds: toEpochSeconds(deps.clock.nowMs()),
  })
  return ranked.map(({ village }) => village)
}
