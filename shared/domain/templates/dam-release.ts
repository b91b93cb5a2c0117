import { everyMode, type Template } from './template.ts'

/** A dam lets water out: the river below rises fast without rain. */
export const damRelease: Template = {
  id: 'dam-release',
  version: 2,
  name: { en: 'Dam release warning', lo: 'ເຕືອນໄພປ່ອຍນ້ຳເຂື່ອນ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['dam-release'],
  levels: ['warning'],
  modes: everyMode,
  slots: { dam: 'place', river: 'river', by: 'time' },
  wordings: {
    en: {
      first: 'DAM RELEASE WARNING: leave the bank of {river} by {by}. Bring boats and animals up.',
      rest: 'The dam {dam} lets water out, the river rises fast. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} warns: the dam {dam} lets water out. {river} will rise fast. Leave the bank before {by}. Bring boats, nets and animals up. Keep children away from the river.',
      review: null,
    },
    lo: {
      first: 'ເຕືອນໄພປ່ອຍນ້ຳເຂື່ອນ: ອອກຈາກແຄມ {river} ກ່ອນ {by}.',
      rest: 'ຍ້າຍເຮືອ, ສັດ ຂຶ້ນສູງ. ເຂື່ອນ {dam}: ນ້ຳຈະຂຶ້ນໄວ. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ເຕືອນໄພ ເຂື່ອນ {dam} ປ່ອຍນ້ຳ. {river} ຈະຂຶ້ນໄວ. ໃຫ້ອອກຈາກແຄມນ້ຳກ່ອນ {by}. ໃຫ້ຍ້າຍເຮືອ, ມອງ ແລະ ສັດລ້ຽງຂຶ້ນບ່ອນສູງ. ຢ່າໃຫ້ເດັກນ້ອຍເຂົ້າໃກ້ນ້ຳ.',
      review: null,
    },
  },
}
