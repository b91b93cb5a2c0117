import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { later } from '../../ui/later.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { DistrictScreen } from './district-screen.tsx'
import { firstArea } from './first-area.ts'

/** Apart: an officer of one district never sees it. */
const AreaList = later<{ parent?: string }>(() => import('./area-list.tsx').then((module) => module.AreaList))

/** An area of the roster by its code: the districts of a province, or the villages of a district. */
export const AreaScreen = () => {
  const { area = '' } = useRoute().params
  if (/^\d{4}$/.test(area)) return <DistrictScreen key={area} district={area} />
  return /^\d{2}$/.test(area) ? <AreaList key={area} parent={area} /> : <NotFound />
}

/** Where the roster begins for a person: an officer of one district lands in it. */
export const FirstArea = () => {
  const { route } = useLocation()
  const person = useSignal(me)
  const own = firstArea(person?.areas ?? [])
  useEffect(() => {
    if (own !== undefined) route(`/villages/${own}`, true)
  }, [own])
  return own === undefined ? <AreaList /> : null
}
