import { coverages } from '../../../shared/domain/coverage.ts'
import { districts } from '../../../shared/domain/laos-districts.ts'

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

/** So many made-up villages of a district, as `GET /v1/villages` answers them. */
export const madeVillages = (district: string, count: number) => ({
  villages: Array.from({ length: count }, (_, index) => ({
    code: `${district}${String(index + 1).padStart(3, '0')}`,
    nameLo: nameOf(syllables, index),
    nameEn: nameOf(romanised, index),
    otherNames: [],
    latitude: Number((16 + ((index * 37) % 1000) / 1000).toFixed(4)),
    longitude: Number((105 + ((index * 91) % 1000) / 1000).toFixed(4)),
    exposure: (index % 3) + 1,
    ...(hasSafePlace(index) ? { safePlaceLo: 'ວັດ', safePlaceEn: 'Temple' } : {}),
    status: 'active',
    codeProvisional: false,
    committee: { members: 5, contacts: hasContact(index) ? 4 : 0, quarantined: index % 40 === 0 ? 1 : 0 },
  })),
})

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
