import pMap from 'p-map'
import { wordOf } from '../domain/acknowledgement.ts'
import { districtOf } from '../domain/area.ts'
import {
  callListOpensAt,
  hasNumberToCall,
  isIssuedAtNight,
  lastOutcomes,
  reasonToCall,
  type CallRank,
  type CallRules,
} from '../domain/call-list.ts'
import type { Dispatch } from '../domain/dispatch.ts'
import { isMeantFor, villagesMeant } from '../domain/is-meant-for.ts'
import { isDanger } from '../domain/level.ts'
import { userCovers, userTouches, type User } from '../domain/user.ts'
import type { StoredCall } from '../store/call-store.ts'
import type { DispatchStore } from '../store/dispatch-store.ts'
import type { VillageStore } from '../store/village-store.ts'
import { coverageOfVillage, type CalledVillage, type IssuedVersion } from './called-village.ts'

type Calls = ReadonlyMap<string, StoredCall[]>
type Viewer = Pick<User, 'areas'>

export type RankVillagesDeps = {
  villages: Pick<VillageStore, 'listDistrict'>
  dispatches: Pick<DispatchStore, 'listDistrict'>
  callRules: CallRules
}

/** What the whole list has in common. `isOpen`: nobody waits for a proof, whatever the time. */
type CallListView = { nowEpochSeconds: number; isOpen: boolean }

/** `endings`: versions that ended the danger since, in the villages that they are meant for. */
type ListWish = { calls: Calls; district: string | undefined; endings: readonly IssuedVersion[] }

/** A village of the list with its place in it. */
export type RankedVillage = CallRank & { called: CalledVillage; calls: readonly StoredCall[] }

const districtsAtATime = { concurrency: 8 }

const needsHelp = (calls: Calls, village: string): boolean => wordOf(calls.get(village) ?? []).needsHelp

/** What ends a danger is for those whom it was told: by SMS, which their share says, or in a call. */
const isForThem = ({ level }: IssuedVersion, calls: Calls, village: string): boolean =>
  isDanger(level) || wordOf(calls.get(village) ?? []).toldVersion > 0

/** A district's villages that the version is meant for, or that need help whatever it is meant for. */
const readDistrict = async (
  deps: RankVillagesDeps,
  viewer: Viewer,
  version: IssuedVersion,
  calls: Calls,
  district: string,
): Promise<CalledVillage[]> => {
  const [villages, dispatches] = await Promise.all([
    deps.villages.listDistrict(district),
    deps.dispatches.listDistrict({ alertId: version.alertId, version: version.version, district }),
  ])
  const roster = new Map(villages.map((village) => [village.code, village]))
  const dispatchOf = new Map(dispatches.map((dispatch): [string, Dispatch] => [dispatch.village, dispatch]))
  const meant = villagesMeant(version.districts, district, villages).filter((code) =>
    isForThem(version, calls, code),
  )
  const helpless = [...calls.keys()].filter((code) => districtOf(code) === district && needsHelp(calls, code))
  return [...new Set([...meant, ...dispatchOf.keys(), ...helpless])]
    .filter((code) => userCovers(viewer, code))
    .map((code) => ({ code, version, village: roster.get(code), dispatch: dispatchOf.get(code) }))
}

/** Since when the village waits: for help since it asked, else since the version was issued. */
export const waitsSince = ({
  reason,
  called,
  calls,
}: Pick<RankedVillage, 'reason' | 'called' | 'calls'>): number => {
  const asked = calls.findLast(({ outcome }) => outcome === 'needs-help')?.calledAtEpochSeconds
  return reason === 'needs-help' && asked !== undefined ? asked : called.version.issuedAtEpochSeconds
}

const rankVillage = (
  { callRules }: RankVillagesDeps,
  called: CalledVillage,
  calls: readonly StoredCall[],
  isOpen: boolean,
): RankedVillage[] => {
  const { code, version, village, dispatch } = called
  const reason = reasonToCall({
    coverage: coverageOfVillage(called, calls),
    hasPhone: hasNumberToCall(village?.members ?? [], lastOutcomes(calls)),
    isOpen,
    isNightWarning: isIssuedAtNight(version, callRules),
  })
  if (reason === undefined) return []
  const since = waitsSince({ reason, called, calls })
  const lastCall = Math.max(since, ...calls.map(({ calledAtEpochSeconds }) => calledAtEpochSeconds))
  return [
    {
      village: code,
      reason,
      exposure: village?.exposure ?? dispatch?.exposure ?? 0,
      untouchedSinceEpochSeconds: reason === 'needs-help' ? since : lastCall,
      called,
      calls,
    },
  ]
}

/** Every village of the viewer's areas that needs a person, in no certain order. */
export const rankVillages = async (
  deps: RankVillagesDeps,
  viewer: Viewer,
  version: IssuedVersion,
  { calls, district, endings, nowEpochSeconds, ...view }: CallListView & ListWish,
): Promise<RankedVillage[]> => {
  const helpless = [...calls.keys()].filter((code) => needsHelp(calls, code)).map(districtOf)
  const districts = [...new Set([...Object.keys(version.districts), ...helpless])].filter(
    (code) => userTouches(viewer, code) && (district === undefined || district === code),
  )
  const villages = await pMap(
    districts,
    (code) => readDistrict(deps, viewer, version, calls, code),
    districtsAtATime,
  )
  const isEnded = (code: string): boolean => endings.some((one) => isMeantFor(one.districts, code))
  const open = villages.flat().filter(({ code }) => !isEnded(code) || needsHelp(calls, code))
  const isOpen = view.isOpen || nowEpochSeconds >= callListOpensAt(version, deps.callRules)
  return open.flatMap((called) => rankVillage(deps, called, calls.get(called.code) ?? [], isOpen))
}
