import pMap from 'p-map'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { membersAfter, withoutOperatorFailures, type NumberNews } from '../../shared/domain/reachability.ts'
import type { Member, Village } from '../../shared/domain/village.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import type { ReceiptsDeps } from './deps.ts'

/** What was said of a number of a village. */
export type VillageNews = NumberNews & { village: string }

const villagesAtATime = { concurrency: 8 }
const mostTries = 3

const isQuarantinedIn = (village: Village, members: readonly Member[]): boolean =>
  members.some((member, index) => member.status !== village.members[index]?.status)

/** One conditional write for the village; false where others wrote to it each time. */
const markVillage = async (
  deps: ReceiptsDeps,
  read: Village,
  news: readonly VillageNews[],
): Promise<boolean> => {
  const nowMs = deps.clock.nowMs()
  let village: Village | undefined = read
  for (let tries = 0; tries < mostTries && village !== undefined; tries += 1) {
    const members = membersAfter(village, news, toIso(nowMs))
    const before = village.members
    if (members.every((member, index) => member === before[index])) return true
    const district = districtOf(village.code)
    const isCountedAgain = isQuarantinedIn(village, members)
    // oxlint-disable-next-line no-await-in-loop -- reads again only when somebody wrote in between
    if (isCountedAgain) await deps.summaries.markStale(district, deps.newId(), toEpochSeconds(nowMs))
    // oxlint-disable-next-line no-await-in-loop -- as above
    const applied = await deps.villages.markMembers(village, members)
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (isCountedAgain) await countDistrict(deps, district)
    if (applied) return true
    // oxlint-disable-next-line no-await-in-loop -- as above
    village = await deps.villages.find(village.code)
  }
  return village === undefined
}

/**
 * Notes on the roster whose numbers were reached, at most once a day, and quarantines those that fail for good again
 * and again. A mark that cannot be written is logged and left: the next alert brings another.
 */
export const markNumbers = async (deps: ReceiptsDeps, given: readonly VillageNews[]): Promise<void> => {
  const news = withoutOperatorFailures(given)
  if (news.length === 0) return
  const byVillage = new Map<string, VillageNews[]>()
  for (const one of news) byVillage.set(one.village, [...(byVillage.get(one.village) ?? []), one])
  const markOne = async (village: Village): Promise<void> => {
    const applied = await markVillage(deps, village, byVillage.get(village.code) ?? [])
    if (!applied) deps.logger.warn('NUMBERS_NOT_MARKED', { village: village.code })
  }
  try {
    await pMap(await deps.villages.findMany([...byVillage.keys()]), markOne, villagesAtATime)
  } catch (error) {
    deps.logger.error('NUMBERS_NOT_MARKED', safeError(error))
  }
}
