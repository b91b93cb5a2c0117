import type { Exposure } from '../../../shared/domain/village.ts'
import type { Words } from './language.ts'

/** How near the danger a village lies, where there is room for a word. Lao wording unreviewed. */
export const exposureLevels: Readonly<Record<Exposure, Words>> = {
  1: { lo: 'ຕ່ຳ', en: 'low' },
  2: { lo: 'ກາງ', en: 'medium' },
  3: { lo: 'ສູງ', en: 'high' },
}

/** The same with the number that roster files have, and what it means. Lao wording unreviewed. */
export const exposureChoices: Readonly<Record<Exposure, Words>> = {
  1: { lo: '1: ຕ່ຳ, ຖ້ວມທີຫຼັງ', en: '1: low, flooded last' },
  2: { lo: '2: ກາງ', en: '2: medium' },
  3: { lo: '3: ສູງ, ຖ້ວມກ່ອນໝູ່', en: '3: high, flooded first' },
}

/** Lao wording unreviewed. */
export const exposureFact: Words = { lo: 'ຄວາມສ່ຽງ: {level}', en: 'Exposure: {level}' }
