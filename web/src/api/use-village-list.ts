import { callApi } from './call-api.ts'
import type { AnswerOf } from './routes.ts'
import { useLoaded, type Loaded } from './use-loaded.ts'

type VillageList = AnswerOf<'GET /v1/villages'>
export type VillageColumns = VillageList['villages']

/** The roster of a district, kept on the device where `isKept`: one copy for looking and for choosing whom to warn. */
export const useVillageList = (district: string, isKept: boolean): Loaded<VillageList> =>
  useLoaded(
    `district ${district}`,
    () => callApi('GET /v1/villages', { query: { district } }),
    isKept ? { keepAs: `district.${district}` } : {},
  )
