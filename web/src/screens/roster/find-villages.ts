import type { RowOf } from '../../../../shared/domain/columns.ts'
import { searchKey } from '../../../../shared/domain/lao-text.ts'
import type { AnswerOf } from '../../api/routes.ts'

/** A row of `GET /v1/villages`. */
export type ListedVillage = RowOf<AnswerOf<'GET /v1/villages'>['villages']>

/** Which villages a list shows. `failing`: some of their numbers are quarantined. */
export const villageFilters = ['all', 'without-contact', 'failing', 'no-safe-place'] as const
export type VillageFilter = (typeof villageFilters)[number]

type Judged = Pick<ListedVillage, 'status' | 'contacts' | 'quarantined' | 'hasSafePlace'>

/** Whether an alert would reach nobody of the village; a merged village gets none on purpose. */
export const isWithoutContact = ({ status, contacts }: Pick<Judged, 'status' | 'contacts'>): boolean =>
  status !== 'merged' && contacts === 0

const passes: Readonly<Record<VillageFilter, (village: Judged) => boolean>> = {
  all: () => true,
  'without-contact': isWithoutContact,
  failing: ({ quarantined }) => quarantined > 0,
  'no-safe-place': ({ status, hasSafePlace }) => status !== 'merged' && !hasSafePlace,
}

type Named = Pick<ListedVillage, 'code' | 'nameLo' | 'nameEn'>

/** A village with what is searched in: made once for a list, so that a keystroke only compares. */
export type SearchableVillage<V extends Named> = { village: V; key: string }

export const toSearchable = <V extends Named>(villages: readonly V[]): SearchableVillage<V>[] =>
  villages.map((village) => ({
    village,
    key: `${searchKey(village.nameLo)} ${searchKey(village.nameEn)} ${village.code}`,
  }))

/** How many villages each filter lets through. */
export const countFilters = (villages: readonly Judged[]): Readonly<Record<VillageFilter, number>> => {
  const count = (filter: VillageFilter): number => villages.filter(passes[filter]).length
  return {
    all: villages.length,
    'without-contact': count('without-contact'),
    failing: count('failing'),
    'no-safe-place': count('no-safe-place'),
  }
}

/** Villages of a filter whose name in either language, or code, holds the words, however they are spelt. */
export const findVillages = <V extends Named & Judged>(
  all: readonly SearchableVillage<V>[],
  { filter, words }: { filter: VillageFilter; words: string },
): V[] => {
  const sought = searchKey(words)
  return all
    .filter(({ village, key }) => passes[filter](village) && key.includes(sought))
    .map(({ village }) => village)
}
