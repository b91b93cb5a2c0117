import { rowsOf } from '../../../../shared/domain/columns.ts'
import { callApi, type CallResult } from '../../api/call-api.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'
import type { KnownVillage } from '../../api/use-villages.ts'

/** A village as far as choosing it goes: kept on the device, so that one can choose without a network. */
export type Choosable = KnownVillage & { exposure: number; contacts: number }

const nothing: CallResult<Choosable[]> = { ok: true, body: [], etag: undefined }

const load = async (district: string): Promise<CallResult<Choosable[]>> => {
  if (district === '') return nothing
  const result = await callApi('GET /v1/villages', { query: { district } })
  if (!result.ok) return result
  const villages = rowsOf(result.body.villages)
    .filter(({ status }) => status !== 'merged')
    .map(({ code, nameLo, nameEn, latitude, longitude, exposure, contacts }) => ({
      code,
      nameLo,
      nameEn,
      exposure: exposure ?? 0,
      contacts,
      ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    }))
  return { ok: true, body: villages, etag: undefined }
}

/** The villages of a district that can be warned; none while no district is chosen. */
export const useDistrict = (district: string): Loaded<Choosable[]> =>
  useLoaded(
    `district ${district}`,
    () => load(district),
    district === '' ? {} : { keepAs: `district.${district}` },
  )
