import { useRoute } from 'preact-iso'
import { NotFound } from '../../ui/not-found.tsx'
import { AreaList } from './areas-screen.tsx'
import { DistrictScreen } from './district-screen.tsx'

/** An area of the roster by its code: the districts of a province, or the villages of a district. */
export const AreaScreen = () => {
  const { area = '' } = useRoute().params
  if (/^\d{4}$/.test(area)) return <DistrictScreen key={area} district={area} />
  return /^\d{2}$/.test(area) ? <AreaList key={area} parent={area} /> : <NotFound />
}
