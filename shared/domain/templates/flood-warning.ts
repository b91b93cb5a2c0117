import { everyMode, type Template } from './template.ts'

/** The river will flood within hours or a day: people, animals and rice go up. */
export const floodWarning: Template = {
  id: 'flood-warning',
  version: 2,
  name: { en: 'Flood warning', lo: 'ເຕືອນໄພນ້ຳຖ້ວມ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['river-flood', 'heavy-rain'],
  levels: ['warning'],
  modes: everyMode,
  slots: { river: 'river', level: 'metres', place: 'place', by: 'time' },
  wordings: {
    en: {
      first: 'FLOOD WARNING: move people, animals and rice to {safePlace} by {by}.',
      rest: '{river} {level} m at {place}. Help old and disabled people. {office}, phone {desk}.',
      script:
        'Attention, {village}. This is a flood warning from {office}. {river} stands at {level} metres at {place} and is rising. Bring people, animals and rice to {safePlace} before {by}. Help old people, children and disabled people first.',
      review: null,
    },
    lo: {
      first: 'ເຕືອນໄພນ້ຳຖ້ວມ: ຍ້າຍຄົນ, ສັດ ໄປ {safePlace} ກ່ອນ {by}.',
      rest: 'ຂົນເຂົ້າ. {river} {level}ມ {place}. ຊ່ວຍຜູ້ເຖົ້າ, ພິການ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ເຕືອນໄພນ້ຳຖ້ວມ. {river} ສູງ {level} ແມັດ ຢູ່ {place} ແລະ ກຳລັງຂຶ້ນ. ໃຫ້ຍ້າຍຄົນ, ສັດ ແລະ ເຂົ້າສານ ໄປ {safePlace} ກ່ອນ {by}. ໃຫ້ຊ່ວຍຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການກ່ອນ.',
      review: null,
    },
  },
}
