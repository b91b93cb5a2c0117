import type * as z from 'zod'
import pMap from 'p-map'
import type { callListVillage } from '../../shared/contracts/calls.ts'
import { wordOf } from '../../shared/domain/acknowledgement.ts'
import { districtOf } from '../../shared/domain/area.ts'
import {
  callOrder,
  hasNumberToCall,
  isIssuedAtNight,
  lastOutcomes,
  reasonToCall,
  type CallRank,
} from '../../shared/domain/call-list.ts'
import { isAlerted } from '../../shared/domain/committee.ts'
import { deliveryStates } from '../../shared/domain/delivery.ts'
import { tallyOf, type Dispatch } from '../../shared/domain/dispatch.ts'
import { isMeantFor } from '../../shared/domain/is-meant-for.ts'
import { isDanger } from '../../shared/domain/level.ts'
import { userCovers, userTouches, type User } from '../../shared/domain/user.ts'
import type { StoredCall } from '../../shared/store/call-store.ts'
import { toCallContact, toCalledVillage, toCallViews } from './call-view.ts'
import type { AlertsApiDeps } from './deps.ts'
import type { CalledVillage, IssuedVersion } from './find-called.ts'
import { coverageOfVillage } from './village-coverage.ts'

type ListedVillage = z.input<typeof callListVillage>
type Calls = ReadonlyMap<string, StoredCall[]>
type Deps = Pick<AlertsApiDeps, 'villages' | 'dispatches' | 'callRules'>

/** What the whole list has in common. */
type CallListView = { nowEpochSeconds: number; isOpen: boolean; phonesShown: boolean }

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
  deps: Deps,
  user: User,
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
  const meant = villages
    .filter((village) => isAlerted(village) && isMeantFor(version.districts, village.code))
    .filter(({ code }) => isForThem(version, calls, code))
    .map(({ code }) => code)
  const helpless = [...calls.keys()].filter((code) => districtOf(code) === district && needsHelp(calls, code))
  return [...new Set([...meant, ...dispatchOf.keys(), ...helpless])]
    .filter((code) => userCovers(user, code))
    .map((code) => ({ code, version, village: roster.get(code), dispatch: dispatchOf.get(code) }))
}

/** Since when the village waits: for help since it asked, else since the version was issued. */
const waitsSince = ({
  reason,
  called,
  calls,
}: Pick<RankedVillage, 'reason' | 'called' | 'calls'>): number => {
  const asked = calls.findLast(({ outcome }) => outcome === 'needs-help')?.calledAtEpochSeconds
  return reason === 'needs-help' && asked !== undefined ? asked : called.version.issuedAtEpochSeconds
}

const rankVillage = (
  { callRules }: Deps,
  called: CalledVillage,
  calls: readonly StoredCall[],
  { nowEpochSeconds, isOpen }: CallListView,
): RankedVillage[] => {
  const { code, version, village, dispatch } = called
  const reason = reasonToCall({
    coverage: coverageOfVillage(called, calls),
    hasPhone: hasNumberToCall(village?.members ?? [], lastOutcomes(calls)),
    secondsSinceIssue: nowEpochSeconds - version.issuedAtEpochSeconds,
    proofSeconds: callRules.proofMinutes * 60,
    isOpen,
    isNightWarning: isIssuedAtNight(version, callRules.night),
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

/** Every village of the caller's areas that needs a person, in no certain order. */
export const rankVillages = async (
  deps: Deps,
  user: User,
  version: IssuedVersion,
  { calls, district, endings, ...view }: CallListView & ListWish,
): Promise<RankedVillage[]> => {
  const helpless = [...calls.keys()].filter((code) => needsHelp(calls, code)).map(districtOf)
  const districts = [...new Set([...Object.keys(version.districts), ...helpless])].filter(
    (code) => userTouches(user, code) && (district === undefined || district === code),
  )
  const villages = await pMap(
    districts,
    (code) => readDistrict(deps, user, version, calls, code),
    districtsAtATime,
  )
  const isEnded = (code: string): boolean => endings.some((one) => isMeantFor(one.districts, code))
  const open = villages.flat().filter(({ code }) => !isEnded(code) || needsHelp(calls, code))
  return open.flatMap((called) => rankVillage(deps, called, calls.get(called.code) ?? [], view))
}

const contactsOf = ({ called, calls }: RankedVillage, phonesShown: boolean): ListedVillage['contacts'] => {
  const outcomes = lastOutcomes(calls)
  const recipients = new Map(
    called.dispatch?.recipients.map((recipient) => [recipient.memberId, recipient.state]) ?? [],
  )
  return callOrder(called.village?.members ?? [], outcomes).map((member) => ({
    ...toCallContact(member, phonesShown),
    smsState: recipients.get(member.id) ?? null,
    lastOutcome: outcomes.get(member.id) ?? null,
  }))
}

/** A ranked village as the list shows it. */
export const toListedVillage = (
  ranked: RankedVillage,
  { nowEpochSeconds, phonesShown }: CallListView,
): ListedVillage => {
  const { village, called, calls, reason, exposure } = ranked
  const tally = tallyOf(called.dispatch?.recipients ?? [])
  return {
    ...toCalledVillage(village, called.village),
    exposure,
    reason,
    coverage: coverageOfVillage(called, calls),
    minutesWaiting: Math.max(0, Math.floor((nowEpochSeconds - waitsSince(ranked)) / 60)),
    tried: Object.fromEntries(
      deliveryStates.filter((state) => tally[state] > 0).map((state) => [state, tally[state]]),
    ),
    calls: toCallViews(calls, called.village),
    contacts: contactsOf(ranked, phonesShown),
  }
}
