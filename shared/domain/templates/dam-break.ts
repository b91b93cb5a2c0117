import { everyMode, type Template } from './template.ts'

/** A dam gives way: hours at most. The day before the break of 2018 people were told to take care, and not to leave. */
export const damBreak: Template = {
  id: 'dam-break',
  version: 2,
  name: { en: 'Evacuate: dam break', lo: 'ຍົກຍ້າຍ: ເຂື່ອນແຕກ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['dam-break'],
  levels: ['evacuate'],
  modes: everyMode,
  slots: { dam: 'place', by: 'time' },
  wordings: {
    en: {
      first: 'EVACUATE NOW, DAM BREAK: everyone go to {safePlace} by {by}.',
      rest: 'The water comes fast. Do not go back. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: leave now, the dam {dam} is breaking. Everyone goes to {safePlace} before {by}. The water comes fast. Do not wait and do not go back. Take old people, children and disabled people with you.',
      review: null,
    },
    lo: {
      first: 'ຍົກຍ້າຍດ່ວນ ເຂື່ອນແຕກ: ໄປ {safePlace} ກ່ອນ {by}.',
      rest: 'ນ້ຳມາໄວ, ຢ່າກັບ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ໃຫ້ຍົກຍ້າຍດ່ວນ, ເຂື່ອນ {dam} ກຳລັງແຕກ. ໃຫ້ທຸກຄົນໄປ {safePlace} ກ່ອນ {by}. ນ້ຳມາໄວ, ຢ່າຖ້າ ແລະ ຢ່າກັບຄືນ. ໃຫ້ພາຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການໄປນຳ.',
      review: null,
    },
  },
}
