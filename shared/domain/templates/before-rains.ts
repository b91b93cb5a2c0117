import { everyMode, type Template } from './template.ts'

/** What a committee does in May, so that it need not be done at night in August. */
export const beforeRains: Template = {
  id: 'before-rains',
  version: 1,
  name: { en: 'Prepare before the rains', lo: 'ກຽມພ້ອມກ່ອນລະດູຝົນ', laoReviewedBy: null },
  kinds: ['preparedness'],
  hazards: ['river-flood', 'flash-flood', 'heavy-rain', 'landslide', 'other'],
  levels: ['prepare'],
  modes: everyMode,
  slots: { by: 'time' },
  wordings: {
    en: {
      first: 'PREPARE FOR FLOODS by {by}: walk the way to {safePlace}, test the loudspeaker.',
      rest: 'Update the list of old, pregnant and disabled people. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} asks everyone to prepare for floods before {by}. Walk the way to {safePlace} with your family. Tell the committee who needs help: old people, pregnant women, disabled people. Keep rice, papers and drinking water in a dry place.',
      review: null,
    },
    lo: {
      first: 'ກຽມຮັບນ້ຳຖ້ວມກ່ອນ {by}: ກວດທາງໄປ {safePlace}, ໂທລະໂຄ່ງ.',
      rest: 'ປັບລາຍຊື່ຜູ້ເຖົ້າ, ແມ່ມານ, ຄົນພິການ. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ຂໍໃຫ້ກຽມຮັບນ້ຳຖ້ວມກ່ອນ {by}. ໃຫ້ພາຄອບຄົວຍ່າງກວດທາງໄປ {safePlace}. ໃຫ້ບອກຄະນະກຳມະການວ່າໃຜຕ້ອງການຊ່ວຍ: ຜູ້ເຖົ້າ, ແມ່ມານ, ຄົນພິການ. ໃຫ້ເກັບເຂົ້າສານ, ເອກະສານ ແລະ ນ້ຳດື່ມໄວ້ບ່ອນແຫ້ງ.',
      review: null,
    },
  },
}
