import { everyMode, type Template } from './template.ts'

/** A slope may come down on houses. */
export const landslide: Template = {
  id: 'landslide',
  version: 2,
  name: { en: 'Evacuate: landslide', lo: 'ຍົກຍ້າຍ: ດິນເຈື່ອນ', laoReviewedBy: null },
  kinds: ['landslide'],
  hazards: ['landslide', 'heavy-rain'],
  levels: ['evacuate'],
  modes: everyMode,
  slots: { by: 'time' },
  wordings: {
    en: {
      first: 'EVACUATE NOW, LANDSLIDE: everyone go to {safePlace} by {by}.',
      rest: 'Leave slopes and stream beds. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: leave now, the slope may come down. Leave slopes and stream beds. Everyone goes to {safePlace} before {by}. Take old people, children and disabled people with you.',
      review: null,
    },
    lo: {
      first: 'ຍົກຍ້າຍດ່ວນ ດິນເຈື່ອນ: ໄປ {safePlace} ກ່ອນ {by}.',
      rest: 'ໜີຄ້ອຍພູ, ຫ້ວຍ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ໃຫ້ຍົກຍ້າຍດ່ວນ, ດິນອາດເຈື່ອນ. ໃຫ້ອອກຈາກຄ້ອຍພູ ແລະ ຮ່ອມຫ້ວຍ. ໃຫ້ທຸກຄົນໄປ {safePlace} ກ່ອນ {by}. ໃຫ້ພາຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການໄປນຳ.',
      review: null,
    },
  },
}
