import pMap from 'p-map'
import { withMembersMeant } from '../../../shared/domain/audience.ts'
import { isAlerted, planDispatches } from '../../../shared/domain/committee.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import type { AlertsApiDeps } from '../deps.ts'
import type { Audience } from '../drafts/resolve-audience.ts'
import { addDispatches, emptyMeasures, type TextMeasures } from './measure-dispatches.ts'

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

/** What texts come to over every village of an audience that nobody was written to before. */
export const measureVillages = async (
  deps: Pick<AlertsApiDeps, 'villages' | 'fallbackDesk'>,
  { districts, desks, filter }: Pick<Audience, 'districts' | 'desks' | 'filter'>,
  texts: Texts,
  lane: 'urgent' | 'routine',
): Promise<TextMeasures> => {
  const measures = emptyMeasures()
  await pMap(
    Object.entries(districts),
    async ([code, only]) => {
      const district = findDistrict(code)
      if (district === undefined) return
      const all = (await deps.villages.listDistrict(code)).filter(isAlerted)
      const villages = only.length === 0 ? all : all.filter((village) => only.includes(village.code))
      const dispatches = planDispatches(withMembersMeant(villages, filter), lane)
      const desk = desks[code] ?? deps.fallbackDesk
      addDispatches(measures, texts, dispatches, { district, villages, desk })
    },
    { concurrency: districtsAtOnce },
  )
  return measures
}
