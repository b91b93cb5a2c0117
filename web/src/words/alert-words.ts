import type { alertModes, hazards } from '../../../shared/domain/alert.ts'
import type { levels } from '../../../shared/domain/level.ts'
import type { Words } from './language.ts'

/** What the officer chooses, as people say it. Lao wording unreviewed. */
export const levelWords: Readonly<Record<(typeof levels)[number], Words>> = {
  prepare: { lo: 'ກຽມພ້ອມ', en: 'Prepare' },
  watch: { lo: 'ເຝົ້າລະວັງ', en: 'Watch' },
  warning: { lo: 'ເຕືອນໄພ', en: 'Warning' },
  evacuate: { lo: 'ຍົກຍ້າຍ', en: 'Evacuate' },
  'all-clear': { lo: 'ພົ້ນອັນຕະລາຍ', en: 'All clear' },
  cancel: { lo: 'ຍົກເລີກ', en: 'Cancelled' },
}

/** The danger. Lao wording unreviewed. */
export const hazardWords: Readonly<Record<(typeof hazards)[number], Words>> = {
  'river-flood': { lo: 'ນ້ຳຖ້ວມ', en: 'River flood' },
  'flash-flood': { lo: 'ນ້ຳຖ້ວມຊຸ', en: 'Flash flood' },
  'dam-release': { lo: 'ປ່ອຍນ້ຳເຂື່ອນ', en: 'Dam release' },
  'dam-break': { lo: 'ເຂື່ອນແຕກ', en: 'Dam break' },
  landslide: { lo: 'ດິນເຈື່ອນ', en: 'Landslide' },
  'heavy-rain': { lo: 'ຝົນຕົກໜັກ', en: 'Heavy rain' },
  storm: { lo: 'ພາຍຸ', en: 'Storm' },
  other: { lo: 'ອື່ນໆ', en: 'Other' },
}

/** Which is no actual alert must be seen to be none. Lao wording unreviewed. */
export const modeNames: Readonly<Record<(typeof alertModes)[number], Words>> = {
  actual: { lo: 'ຈິງ', en: 'Actual' },
  exercise: { lo: 'ຝຶກຊ້ອມ', en: 'Exercise' },
  test: { lo: 'ທົດລອງ', en: 'Test' },
}
