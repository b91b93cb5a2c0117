import { useMemo } from 'preact/hooks'
import { rowsOf } from '../../../../shared/domain/columns.ts'
import type { Loaded } from '../../api/use-loaded.ts'
import { useVillageList, type VillageColumns } from '../../api/use-village-list.ts'
import type { KnownVillage } from '../../api/use-villages.ts'

/** A village as far as choosing it goes. */
export type Choosable = KnownVillage & { exposure: number; contacts: number }

const choosableOf = (columns: VillageColumns): Choosable[] =>
  rowsOf(columns)
    .filter(({ status }) => status !== 'merged')
    .map(({ code, nameLo, nameEn, latitude, longitude, exposure, contacts }) => ({
      code,
      nameLo,
      nameEn,
      exposure: exposure ?? 0,
      contacts,
      ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    }))

/** The villages of a district that can be warned: kept on the device, so that one can choose without a network. */
export const useDistrict = (district: string): Loaded<Choosable[]> => {
  const loaded = useVillageList(district, true)
  const columns = loaded.body?.villages
  const body = useMemo(() => (columns === undefined ? undefined : choosableOf(columns)), [columns])
  return { ...loaded, body }
}
