import { alertKinds, hazards } from '../alert.ts'
import { everyMode, type Template } from './template.ts'

/** Takes a message back that was sent by mistake. It says nothing of the danger: nobody has looked at the river. */
export const cancel: Template = {
  id: 'cancel',
  version: 1,
  name: { en: 'Cancel', lo: 'ຍົກເລີກ', laoReviewedBy: null },
  kinds: alertKinds,
  hazards,
  levels: ['cancel'],
  modes: everyMode,
  slots: {},
  wordings: {
    en: {
      first:
        'CANCELLED: message {number} was sent by mistake. Tell {village} now, nobody needs to act on it.',
      rest: '{office}, phone {desk}.',
      script:
        'Attention, {village}. {office} says: message {number} was sent by mistake. Nobody needs to act on it. Keep to your usual care.',
      review: null,
    },
    lo: {
      first: 'ຍົກເລີກ: ຂໍ້ຄວາມ {number} ສົ່ງຜິດ. ບອກ{village}ດຽວນີ້.',
      rest: 'ບໍ່ຕ້ອງເຮັດຕາມ. {office}, ໂທ {desk}.',
      script: 'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ແຈ້ງວ່າ ຂໍ້ຄວາມ {number} ສົ່ງຜິດ. ບໍ່ຕ້ອງເຮັດຕາມ. ໃຫ້ລະມັດລະວັງຕາມປົກກະຕິ.',
      review: null,
    },
  },
}
