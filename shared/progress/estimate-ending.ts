import pMap from 'p-map'
import { planPlaces } from '../domain/committee.ts'
import type { Texts } from '../domain/render-text.ts'
import { countParts } from './count-parts.ts'
import type { EstimateDeps } from './estimate-parts.ts'
import { planDistrict, type PlanDistrictDeps, type Planned } from './plan-district.ts'

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

/**
 * The parts that an all-clear or a cancel would take, by district: they go to those who may have read the warning, as
 * its dispatches know, and these may be far fewer than the roster holds.
 */
export const estimateEnding = async (
  deps: PlanDistrictDeps & Pick<EstimateDeps, 'summaries'>,
  version: Planned,
  rendered: Texts,
): Promise<Record<string, number>> => {
  const desks = new Map(
    (await deps.summaries.list('')).map(({ district, deskPhone }) => [district, deskPhone]),
  )
  const counted = await pMap(
    Object.keys(version.districts),
    async (code): Promise<[string, number]> => {
      const { places, villages } = await planDistrict(deps, version, code)
      return [code, countParts(planPlaces(places), rendered, { code, villages, desk: desks.get(code) })]
    },
    { concurrency: districtsAtOnce },
  )
  return Object.fromEntries(counted.filter(([, parts]) => parts > 0))
}
