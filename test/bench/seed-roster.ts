import pMap from 'p-map'
import { putSeedUsers } from '../../local/put-seed-users.ts'
import type { LocalRun } from '../../local/run.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import { createSummaryStore } from '../../shared/store/summary-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'
import type { BenchRoster } from './bench-roster.ts'
import { createRunTables } from './run-tables.ts'

/** Writes the made-up people of the run and a roster, counted in, past the API. */
export const seedRoster = async (run: LocalRun, roster: BenchRoster): Promise<void> => {
  await putSeedUsers(run)
  const tables = createRunTables(run)
  const stores = {
    villages: createVillageStore(tables.client, run.tableName('roster')),
    summaries: createSummaryStore(tables.client, run.tableName('roster')),
  }
  try {
    await pMap(
      roster.villages,
      ({ revision, updatedAtIso, ...village }) =>
        stores.villages.put(village, { revision, replaces: null, nowIso: updatedAtIso }),
      { concurrency: 32 },
    )
    const districts = new Set(roster.villages.map(({ code }) => code.slice(0, 4)))
    await pMap(districts, (district) => countDistrict(stores, district), { concurrency: 8 })
  } finally {
    tables.close()
  }
}
