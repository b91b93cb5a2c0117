import pMap from 'p-map'
import { isInAudience, type AudienceFilter } from '../domain/audience.ts'
import { isAlerted } from '../domain/committee.ts'
import type { Village } from '../domain/village.ts'
import type { VillageStore } from '../store/village-store.ts'

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

/** The villages that a message is meant for, by district, as the roster has them now. Whole committees. */
export const listMeant = async (
  deps: { villages: Pick<VillageStore, 'listDistrict'> },
  districts: Readonly<Record<string, readonly string[]>>,
  audience?: AudienceFilter,
): Promise<{ district: string; villages: Village[] }[]> =>
  pMap(
    Object.entries(districts),
    async ([district, only]) => {
      const all = (await deps.villages.listDistrict(district)).filter(isAlerted)
      const meant = only.length === 0 ? all : all.filter(({ code }) => only.includes(code))
      return { district, villages: meant.filter((village) => isInAudience(village, audience)) }
    },
    { concurrency: districtsAtOnce },
  )
