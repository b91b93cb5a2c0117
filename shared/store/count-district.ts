import { countVillages } from '../domain/district-summary.ts'
import type { SummaryStore } from './summary-store.ts'
import type { VillageStore } from './village-store.ts'

/** Counts a district's villages again and writes its summary, unless somebody else is about to. */
export const countDistrict = async (
  stores: { villages: Pick<VillageStore, 'listDistrict'>; summaries: Pick<SummaryStore, 'find' | 'write'> },
  district: string,
): Promise<void> => {
  const { staleToken } = await stores.summaries.find(district)
  const counts = countVillages(await stores.villages.listDistrict(district))
  await stores.summaries.write(district, counts, staleToken)
}
