import type { Words } from './language.ts'

/** Words of the list of numbers in quarantine. Lao wording unreviewed. */
export const failingWords = {
  why: {
    lo: 'ເບີເຫຼົ່ານີ້ໄດ້ຮັບຄຳເຕືອນຫຼັງໝູ່, ແລະ ບໍ່ໄດ້ຮັບຂໍ້ຄວາມກຽມພ້ອມ, ເວັ້ນແຕ່ບ້ານບໍ່ມີເບີອື່ນ.',
    en: 'Warnings go to these numbers last, and preparedness messages not at all, unless the village has no other.',
  },
  wayOut: {
    lo: 'ຖາມເບີໃໝ່ຈາກບ້ານ ແລ້ວໃສ່ໃນໜ້າຂອງບ້ານ, ຫຼື ລອງເບີ ແລ້ວເອົາກັບມາໃຊ້. ມັນບໍ່ກັບມາເອງ, SMS ທີ່ຮອດກໍບໍ່ປ່ຽນ.',
    en: 'Ask the village for a new number and write it on the village’s page, or try the number and put it back into use. It never comes back by itself, not even by an SMS that arrives.',
  },
  byAdmin: {
    lo: 'ຜູ້ດູແລບັນຊີເປັນຜູ້ປ່ຽນ: ບອກເຂົາ.',
    en: 'An admin of the roster does that: tell them.',
  },
  none: { lo: 'ບໍ່ມີເບີທີ່ໃຊ້ບໍ່ໄດ້.', en: 'No number fails.' },
  failed: {
    lo: 'SMS 3 ຄັ້ງຕິດກັນບໍ່ຮອດ, ຄັ້ງສຸດທ້າຍ {time}',
    en: '3 SMS in a row failed for good, the last on {time}',
  },
  byHand: {
    lo: 'ມີຄົນໝາຍວ່າເບີນີ້ໃຊ້ບໍ່ໄດ້',
    en: 'Somebody wrote that this number fails',
  },
  reached: { lo: 'ຕິດຕໍ່ໄດ້ຄັ້ງສຸດທ້າຍ {time}', en: 'Last reached {time}' },
  useAgain: { lo: 'ເອົາເບີຂອງ {name} ກັບມາໃຊ້', en: 'Put {name}’s number back into use' },
  inUse: { lo: '{name} ໄດ້ຮັບ SMS ຄືຄົນອື່ນອີກ.', en: '{name} gets SMS like everybody else again.' },
} as const satisfies Record<string, Words>
