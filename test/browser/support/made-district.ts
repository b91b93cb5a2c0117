import type * as z from 'zod'
import type { villageColumns } from '../../../shared/contracts/roster.ts'
import { coverages } from '../../../shared/domain/coverage.ts'
import { districts } from '../../../shared/domain/laos-districts.ts'
import { exposures } from '../../../shared/domain/village.ts'

/** How many villages the country has, as public lists count them. */
export const nationalVillages = 7860

const syllables = ['ນາ', 'ໂພນ', 'ດອນ', 'ໜອງ', 'ທ່າ', 'ຫ້ວຍ', 'ວັງ', 'ແກ້ງ', 'ໄຊ', 'ຄຳ', 'ສະຫວ່າງ', 'ເໜືອ']
const romanised = [
  'Na',
  'Phon',
  'Don',
  'Nong',
  'Tha',
  'Houay',
  'Vang',
  'Keng',
  'Xay',
  'Kham',
  'Savang',
  'Neua',
]

const nameOf = (parts: readonly string[], index: number): string =>
  [index % 12, Math.floor(index / 12) % 12, Math.floor(index / 144) % 12].map((at) => parts[at]).join('')

const isKnown = (share: number) => (index: number) => (index * 7919) % 100 < share
const hasSafePlace = isKnown(70)
const hasContact = isKnown(92)

type Villages = z.output<typeof villageColumns>

/** Places follow no rule that would make them smaller than real ones. */
const scattered = (from: number, seed: number) => (index: number) =>
  from + ((Math.imul(index + seed, 2_654_435_761) >>> 12) % 1000) / 1000

/** So many made-up villages of a district, as `GET /v1/villages` answers them. */
export const madeVillages = (district: string, count: number): { villages: Villages } => {
  const each = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index))
  return {
    villages: {
      code: each((index) => `${district}${String(index + 1).padStart(3, '0')}`),
      nameLo: each((index) => nameOf(syllables, index)),
      nameEn: each((index) => nameOf(romanised, index)),
      latitude: each(scattered(16, 1)),
      longitude: each(scattered(105, 5003)),
      exposure: each((index) => exposures[index % exposures.length] ?? null),
      status: each(() => 'active'),
      hasSafePlace: each(hasSafePlace),
      contacts: each((index) => (hasContact(index) ? 4 : 0)),
      quarantined: each((index) => (index % 40 === 0 ? 1 : 0)),
    },
  }
}

/** Rows of a board of the whole country, as the API answers them: those that need a person first. */
export const nationalBoard = (states: number) =>
  Array.from({ length: nationalVillages }, (_, index) => {
    const district = districts[index % districts.length]?.code ?? '0101'
    const code = `${district}${String(Math.floor(index / districts.length) + 1).padStart(3, '0')}`
    const coverage =
      coverages[Math.min(coverages.length - 1, Math.floor((index / nationalVillages) * coverages.length))]
    return [
      code,
      coverage,
      (index % 3) + 1,
      ...Array.from({ length: states }, (__, state) => (state === index % states ? 5 : 0)),
    ]
  })
