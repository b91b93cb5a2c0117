import { everyMode, type Template } from './template.ts'

/** Everybody leaves for the safe place now. As short as it can be. */
export const floodEvacuate: Template = {
  id: 'flood-evacuate',
  version: 1,
  name: { en: 'Evacuate: flood', lo: 'ຍົກຍ້າຍ: ນ້ຳຖ້ວມ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['river-flood', 'heavy-rain', 'dam-release'],
  levels: ['evacuate'],
  modes: everyMode,
  slots: { by: 'time' },
  wordings: {
    en: {
      first: 'EVACUATE NOW, FLOOD: everyone go to {safePlace} by {by}.',
      rest: 'Do not cross water. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: leave now, a flood is coming. Everyone goes to {safePlace} before {by}. Do not cross water. Take old people, children and disabled people with you. Do not go back for things.',
      review: null,
    },
    lo: {
      first: 'ຍົກຍ້າຍດ່ວນ ນ້ຳຖ້ວມ: ໄປ {safePlace} ກ່ອນ {by}.',
      rest: 'ຢ່າຂ້າມນ້ຳ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ໃຫ້ຍົກຍ້າຍດ່ວນ, ນ້ຳຈະຖ້ວມ. ໃຫ້ທຸກຄົນໄປ {safePlace} ກ່ອນ {by}. ຢ່າຂ້າມນ້ຳ. ໃຫ້ພາຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການໄປນຳ. ຢ່າກັບຄືນໄປເອົາເຄື່ອງ.',
      review: null,
    },
  },
}
