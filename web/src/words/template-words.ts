import type { Words } from './language.ts'

/** Words of the screens of templates. Lao wording unreviewed. */
export const templateWords = {
  title: { lo: 'ແມ່ແບບຂໍ້ຄວາມ', en: 'Templates' },
  hazard: { lo: 'ໄພ', en: 'Danger' },
  level: { lo: 'ລະດັບ', en: 'Level' },
  mode: { lo: 'ຈິງ ຫຼື ຝຶກຊ້ອມ', en: 'Real or drill' },
  all: { lo: 'ທັງໝົດ', en: 'All' },
  shown: { lo: 'ສະແດງ {n} ຈາກ {all} ແມ່ແບບ', en: '{n} of {all} templates shown' },
  none: { lo: 'ບໍ່ມີແມ່ແບບແບບນີ້.', en: 'No template like this.' },
  unreviewed: { lo: 'ຍັງບໍ່ມີໃຜຮັບຮອງ: {languages}', en: 'Nobody has approved: {languages}' },
  notReviewed: { lo: 'ຍັງບໍ່ມີໃຜຮັບຮອງຄຳເຫຼົ່ານີ້', en: 'Nobody has approved these words yet' },
  reviewed: { lo: 'ຮັບຮອງໂດຍ {by}, {on}', en: 'Approved by {by} on {on}' },
  allReviewed: { lo: 'ຮັບຮອງແລ້ວ', en: 'Approved' },
  lo: { lo: 'ພາສາລາວ', en: 'Lao' },
  en: { lo: 'ພາສາອັງກິດ', en: 'English' },
  script: { lo: 'ອ່ານຜ່ານໂທລະໂຄ່ງ', en: 'To be read over the loudspeaker' },
  filledByYou: { lo: 'ທ່ານຕື່ມເອງ', en: 'You fill in' },
  filledBySiang: { lo: 'ລະບົບຕື່ມໃຫ້ແຕ່ລະບ້ານ', en: 'Filled in for each village' },
  nothing: { lo: 'ບໍ່ມີ', en: 'nothing' },
  use: { lo: 'ໃຊ້ແມ່ແບບນີ້ສຳລັບ', en: 'Use it for' },
  useIt: { lo: 'ໃຊ້ແມ່ແບບນີ້', en: 'Use it' },
  followUp: {
    lo: 'ໃຊ້ຈາກຄຳເຕືອນເອງ ເມື່ອຕໍ່ ຫຼື ຈົບມັນ.',
    en: 'Used from the alert itself, when it goes on or ends.',
  },
  version: { lo: 'ສະບັບ {n}', en: 'Version {n}' },
} as const satisfies Record<string, Words>
