import { everyMode, type Template } from './template.ts'

/** Wind and lightning: people stay in. */
export const stormWarning: Template = {
  id: 'storm-warning',
  version: 2,
  name: { en: 'Storm warning', lo: 'ເຕືອນໄພພາຍຸ', laoReviewedBy: null },
  kinds: ['storm'],
  hazards: ['storm'],
  levels: ['warning'],
  modes: everyMode,
  slots: { until: 'time' },
  wordings: {
    en: {
      first: 'STORM WARNING for {village} until {until}: stay in a strong house, away from trees.',
      rest: 'Tie down roofs and boats. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} warns of a storm until {until}. Stay in a strong house, away from trees and power lines. Tie down roofs and boats. Bring people from fields and rivers home.',
      review: null,
    },
    lo: {
      first: 'ເຕືອນໄພພາຍຸ {village} ຮອດ {until}: ຢູ່ໃນເຮືອນແໜ້ນໜາ.',
      rest: 'ຢ່າຢູ່ໃກ້ຕົ້ນໄມ້. ມັດຫຼັງຄາ, ເຮືອ. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ເຕືອນໄພພາຍຸ ຮອດ {until}. ໃຫ້ຢູ່ໃນເຮືອນທີ່ແໜ້ນໜາ, ຫ່າງຈາກຕົ້ນໄມ້ ແລະ ສາຍໄຟ. ໃຫ້ມັດຫຼັງຄາ ແລະ ເຮືອ. ໃຫ້ເອີ້ນຄົນຢູ່ທົ່ງນາ ແລະ ແຄມນ້ຳກັບບ້ານ.',
      review: null,
    },
  },
}
