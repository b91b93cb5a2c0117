import type { AlertKind, hazards } from '../alert.ts'
import type { Wording } from '../wording.ts'

type Hazard = (typeof hazards)[number]

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** Categories of CAP 1.2, 3.2.2: `Met` takes in floods. */
const capCategories: Readonly<Record<Hazard, readonly ('Met' | 'Geo' | 'Infra' | 'Safety' | 'Other')[]>> = {
  'river-flood': ['Met'],
  'flash-flood': ['Met'],
  'dam-release': ['Met', 'Infra'],
  'dam-break': ['Infra', 'Met'],
  landslide: ['Geo'],
  'heavy-rain': ['Met'],
  storm: ['Met'],
  other: ['Other'],
}

/** What happens, as the public reads it. Lao wording unreviewed. */
export const eventWords: Readonly<Record<Hazard, Wording>> = {
  'river-flood': unreviewed('River flood', 'ນ້ຳຖ້ວມ'),
  'flash-flood': unreviewed('Flash flood', 'ນ້ຳຖ້ວມຊຸ'),
  'dam-release': unreviewed('Dam release', 'ປ່ອຍນ້ຳເຂື່ອນ'),
  'dam-break': unreviewed('Dam break', 'ເຂື່ອນແຕກ'),
  landslide: unreviewed('Landslide', 'ດິນເຈື່ອນ'),
  'heavy-rain': unreviewed('Heavy rain', 'ຝົນຕົກໜັກ'),
  storm: unreviewed('Storm', 'ພາຍຸ'),
  other: unreviewed('Danger', 'ໄພອັນຕະລາຍ'),
}

/** For whom a message is meant. Lao wording unreviewed. */
export const audienceWords: Wording = unreviewed(
  'People in the named villages and districts',
  'ປະຊາຊົນໃນບ້ານ ແລະ ເມືອງທີ່ລະບຸ',
)

/**
 * What to do where no template says it. It names no direction: the way out of a flood is the wrong one in a storm.
 * Lao wording unreviewed.
 */
export const instructionWords: Wording = unreviewed(
  'Follow what your village disaster committee and your district office say.',
  'ໃຫ້ປະຕິບັດຕາມຄະນະກຳມະການຄຸ້ມຄອງໄພພິບັດຂັ້ນບ້ານ ແລະ ຫ້ອງການເມືອງ.',
)

/** How a district is named in an area. Lao wording unreviewed. */
export const districtWords: Wording = unreviewed(
  '{district} District, {province}',
  'ເມືອງ{district}, {province}',
)

/** What stands in `note` of a message that is no real danger. Lao wording unreviewed. */
export const noteWords: Readonly<Record<'exercise' | 'test', Wording>> = {
  exercise: unreviewed('This is an exercise. There is no danger.', 'ນີ້ແມ່ນການຝຶກຊ້ອມ. ບໍ່ມີອັນຕະລາຍ.'),
  test: unreviewed('This is a test. There is no danger.', 'ນີ້ແມ່ນການທົດລອງ. ບໍ່ມີອັນຕະລາຍ.'),
}

/** Routine advice is about safety, whatever the danger it prepares for. */
export const categoriesOf = (kind: AlertKind, hazard: Hazard) =>
  kind === 'preparedness' ? (['Safety'] as const) : capCategories[hazard]
