import { everyMode, type Template } from './template.ts'

/** Water comes down streams within minutes or hours. */
export const flashFlood: Template = {
  id: 'flash-flood',
  version: 2,
  name: { en: 'Evacuate: flash flood', lo: 'ຍົກຍ້າຍ: ນ້ຳຖ້ວມຊຸ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['flash-flood'],
  levels: ['evacuate'],
  modes: everyMode,
  slots: { by: 'time' },
  wordings: {
    en: {
      first: 'EVACUATE NOW, FLASH FLOOD: everyone go to {safePlace} by {by}.',
      rest: 'Leave the streams. Do not cross water. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: leave now, a flash flood is coming. Leave streams and banks. Everyone goes to {safePlace} before {by}. Do not cross water, on foot or by motorbike. Take old people, children and disabled people with you.',
      review: null,
    },
    lo: {
      first: 'ຍົກຍ້າຍດ່ວນ ນ້ຳຖ້ວມຊຸ: ໄປ {safePlace} ກ່ອນ {by}.',
      rest: 'ໜີຫ້ວຍ, ຢ່າຂ້າມ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ໃຫ້ຍົກຍ້າຍດ່ວນ, ນ້ຳຖ້ວມຊຸຈະມາ. ໃຫ້ອອກຈາກຫ້ວຍ ແລະ ແຄມນ້ຳ. ໃຫ້ທຸກຄົນໄປ {safePlace} ກ່ອນ {by}. ຢ່າຂ້າມນ້ຳ, ບໍ່ວ່າຈະຍ່າງ ຫຼື ຂີ່ລົດຈັກ. ໃຫ້ພາຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການໄປນຳ.',
      review: null,
    },
  },
}
