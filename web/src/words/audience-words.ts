import type { Words } from './language.ts'

/** Words of whom in its areas a preparedness message is for. Lao wording unreviewed. */
export const audienceWords = {
  whom: { lo: 'ຫາໃຜ?', en: 'To whom?' },
  hint: { lo: 'ບໍ່ເລືອກຫຍັງ = ທຸກຄົນໃນທຸກບ້ານ.', en: 'Nothing chosen means everybody in every village.' },
  duties: { lo: 'ສະເພາະໜ້າທີ່ເຫຼົ່ານີ້', en: 'Only members of these duties' },
  exposures: { lo: 'ສະເພາະບ້ານທີ່ມີຄວາມສ່ຽງ', en: 'Only villages of this exposure' },
  everybody: { lo: 'ສະມາຊິກທຸກຄົນ', en: 'Every member' },
  onlyDuties: { lo: 'ສະເພາະ {duties}', en: 'Only {duties}' },
  onlyExposures: { lo: 'ບ້ານຄວາມສ່ຽງ: {exposures}', en: 'Villages of exposure: {exposures}' },
} as const satisfies Record<string, Words>
