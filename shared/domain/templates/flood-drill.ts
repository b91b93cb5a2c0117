import type { Template } from './template.ts'

/** A drill of the whole village. Never actual; the mode's word stands around it besides. */
export const floodDrill: Template = {
  id: 'flood-drill',
  version: 2,
  name: { en: 'Flood drill', lo: 'ຝຶກຊ້ອມນ້ຳຖ້ວມ', laoReviewedBy: null },
  kinds: ['flood', 'preparedness', 'other'],
  hazards: ['river-flood', 'flash-flood', 'other'],
  levels: ['prepare'],
  modes: ['exercise', 'test'],
  slots: { by: 'time' },
  wordings: {
    en: {
      first: 'FLOOD DRILL: all meet at {safePlace} by {by}. Use the loudspeaker, count who came.',
      rest: 'This is practice. {office}, phone {desk}.',
      script:
        'Attention, {village}. This is practice, nothing has happened. {office} holds a flood drill. Meet at {safePlace} before {by}. Bring old people, children and disabled people as you would in a flood. The committee counts who came.',
      review: null,
    },
    lo: {
      first: 'ຊ້ອມໜີນ້ຳຖ້ວມ: ເຕົ້າໂຮມຢູ່ {safePlace} ກ່ອນ {by}.',
      rest: 'ໃຊ້ໂທລະໂຄ່ງ, ນັບຄົນທີ່ມາ. ນີ້ແມ່ນການຝຶກຊ້ອມ. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: ນີ້ແມ່ນການຝຶກຊ້ອມ, ບໍ່ແມ່ນໄພຈິງ. {office} ຈັດຊ້ອມໜີນ້ຳຖ້ວມ. ໃຫ້ເຕົ້າໂຮມຢູ່ {safePlace} ກ່ອນ {by}. ໃຫ້ພາຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການມານຳ. ຄະນະກຳມະການນັບຄົນທີ່ມາ.',
      review: null,
    },
  },
}
