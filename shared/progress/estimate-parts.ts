import pMap from 'p-map'
import type { DistrictSummary } from '../contracts/roster.ts'
import type { VersionRecord } from '../contracts/version-record.ts'
import { withMembersMeant, type AudienceFilter } from '../domain/audience.ts'
import { partsByLanguage } from '../domain/billed-parts.ts'
import { planDispatches } from '../domain/committee.ts'
import { recipientsInLane } from '../domain/district-summary.ts'
import { findDistrict } from '../domain/laos-areas.ts'
import type { Texts } from '../domain/render-text.ts'
import { varyByVillage, villageFill } from '../domain/templates/village-values.ts'
import { languages } from '../domain/village.ts'
import type { SummaryStore } from '../store/summary-store.ts'
import type { VillageStore } from '../store/village-store.ts'
import { countParts } from './count-parts.ts'
import { listMeant } from './list-meant.ts'

export type EstimateDeps = {
  villages: Pick<VillageStore, 'listDistrict'>
  summaries: Pick<SummaryStore, 'find' | 'list'>
}

/** What is to be sent, its texts as the phones show them but for words of the village. */
export type PartsWish = Pick<VersionRecord, 'districts' | 'lane'> & {
  rendered: Texts
  audience?: AudienceFilter | undefined
}

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

const ofSummary = ({ lane, rendered }: PartsWish, summary: DistrictSummary): number => {
  const district = findDistrict(summary.district)
  const nobody = { nameLo: '', nameEn: '' }
  const fill = district && villageFill(rendered, nobody, district, summary.deskPhone)
  const partsOf = partsByLanguage(rendered, fill)
  const people = recipientsInLane(summary, lane)
  return languages.reduce((sum, language) => {
    const count = people[language] ?? 0
    return count === 0 ? sum : sum + count * partsOf(language)
  }, 0)
}

const ofVillages = async (
  deps: EstimateDeps,
  { lane, rendered, districts, audience }: PartsWish,
  summary: DistrictSummary,
): Promise<number> => {
  const code = summary.district
  const villages = (await listMeant(deps, { [code]: districts[code] ?? [] }, audience)).flatMap(
    (listed) => listed.villages,
  )
  const dispatches = planDispatches(withMembersMeant(villages, audience), lane)
  return countParts(dispatches, rendered, { code, villages, desk: summary.deskPhone })
}

/**
 * The parts that sending would take, by district. Whole districts are counted from their summaries, in one query;
 * villages are read where not all people of a district are meant, where a summary is stale, and, if there is no hurry,
 * where the texts name the village. An urgent one counts Siang's own words in place of the village's.
 */
export const estimateParts = async (deps: EstimateDeps, wish: PartsWish): Promise<Record<string, number>> => {
  const districts = Object.entries(wish.districts)
  const all =
    districts.length > 3
      ? new Map((await deps.summaries.list('')).map((one) => [one.district, one]))
      : undefined
  const isExact = wish.audience !== undefined || (wish.lane === 'routine' && varyByVillage(wish.rendered))
  const counted = await pMap(
    districts,
    async ([code, only]): Promise<[string, number]> => {
      const summary = all?.get(code) ?? (await deps.summaries.find(code))
      const isCounted = only.length === 0 && summary.staleToken === undefined && !isExact
      return [code, isCounted ? ofSummary(wish, summary) : await ofVillages(deps, wish, summary)]
    },
    { concurrency: districtsAtOnce },
  )
  return Object.fromEntries(counted.filter(([, parts]) => parts > 0))
}
