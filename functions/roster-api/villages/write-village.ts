import type { Logger } from '@aws-lambda-powertools/logger'
import { toEpochSeconds, toIso, type Clock } from '../../../shared/clock.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { findStorageFault } from '../../../shared/domain/roster/find-storage-fault.ts'
import type { Village, VillageDetails } from '../../../shared/domain/village.ts'
import { editedMeanwhile, invalidRequest } from '../../../shared/errors.ts'
import { safeError } from '../../../shared/middleware/safe-error.ts'
import { countDistrict } from '../../../shared/store/count-district.ts'
import type { SummaryStore } from '../../../shared/store/summary-store.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'

export type VillageWriteDeps = {
  villages: Pick<VillageStore, 'find' | 'put' | 'listDistrict'>
  summaries: Pick<SummaryStore, 'find' | 'markStale' | 'write'>
  clock: Clock
  newId: () => string
  logger: Pick<Logger, 'error'>
}

const checkStorage = (details: VillageDetails): void => {
  if (findStorageFault(details) === undefined) return
  throw invalidRequest([
    {
      path: 'body',
      message: {
        en: 'Together with those who left, the village holds too many members or too much text.',
        lo: 'ລວມທັງຜູ້ທີ່ອອກແລ້ວ, ບ້ານນີ້ມີສະມາຊິກ ຫຼື ຂໍ້ຄວາມຫຼາຍເກີນໄປ.',
      },
    },
  ])
}

/**
 * Writes a village where it is still the one that was read (`replaces`; null: it must be new), and counts its
 * district again. Undefined where somebody else was faster. Throws where it is too large to be kept.
 */
export const tryWriteVillage = async (
  deps: VillageWriteDeps,
  details: VillageDetails,
  replaces: string | null,
): Promise<Village | undefined> => {
  checkStorage(details)
  const nowMs = deps.clock.nowMs()
  const district = districtOf(details.code)
  const revision = deps.newId()
  await deps.summaries.markStale(district, revision, toEpochSeconds(nowMs))
  const written = await deps.villages.put(details, { revision, replaces, nowIso: toIso(nowMs) })
  try {
    await countDistrict(deps, district)
  } catch (error) {
    // The edit holds; `tick` finds the stale mark and counts.
    deps.logger.error('SUMMARY_NOT_COUNTED', { district, ...safeError(error) })
  }
  return written.outcome === 'applied' ? written.village : undefined
}

/** As `tryWriteVillage`, for callers whose edit is lost where somebody else was faster. */
export const writeVillage = async (
  deps: VillageWriteDeps,
  details: VillageDetails,
  replaces: string | null,
): Promise<Village> => {
  const village = await tryWriteVillage(deps, details, replaces)
  if (village === undefined) throw editedMeanwhile('village')
  return village
}
