import { hazards } from '../alert.ts'
import { everyMode, type Template } from './template.ts'

/** The danger is over for the village that is named. What kills after a flood is the way home, the water and bombs. */
export const allClear: Template = {
  id: 'all-clear',
  version: 1,
  name: { en: 'All clear', lo: 'ພົ້ນອັນຕະລາຍ', laoReviewedBy: null },
  kinds: ['flood', 'landslide', 'storm', 'other'],
  hazards,
  levels: ['all-clear'],
  modes: everyMode,
  slots: { from: 'time' },
  wordings: {
    en: {
      first: 'ALL CLEAR for {village}: the danger is over. Go home in daylight, after {from}.',
      rest: 'Boil drinking water. Water moves unexploded bombs: do not touch. Ends message {number}. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: the danger of message {number} is over for {village}. Go home in daylight, not before {from}. Boil drinking water. Water moves unexploded bombs: do not touch them, mark the place and tell the village head.',
      review: null,
    },
    lo: {
      first: 'ພົ້ນອັນຕະລາຍ {village}: ກັບບ້ານຕອນກາງເວັນ, ຫຼັງ {from}.',
      rest: 'ຕົ້ມນ້ຳດື່ມ. ຢ່າຈັບລະເບີດທີ່ນ້ຳພັດມາ. ຈົບຂໍ້ຄວາມ {number}. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ແຈ້ງວ່າ ອັນຕະລາຍຕາມຂໍ້ຄວາມ {number} ພົ້ນແລ້ວ ສຳລັບ{village}. ໃຫ້ກັບບ້ານຕອນກາງເວັນ, ຫຼັງ {from}. ໃຫ້ຕົ້ມນ້ຳດື່ມ. ນ້ຳພັດລະເບີດທີ່ຍັງບໍ່ແຕກມາ: ຢ່າຈັບ, ໃຫ້ໝາຍບ່ອນໄວ້ ແລະ ບອກນາຍບ້ານ.',
      review: null,
    },
  },
}
