import type { Words } from './language.ts'

/** Words that Home and the screens of an alert share, apart from theirs: Home is there first. Lao wording unreviewed. */
export const liveWords = {
  notEnded: { lo: 'ຍັງບໍ່ໄດ້ບອກວ່າພົ້ນອັນຕະລາຍ', en: 'Not ended' },
  allClear: { lo: 'ບອກວ່າພົ້ນອັນຕະລາຍ', en: 'Say that it is over' },
  needHelp: { lo: 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ', en: 'Needs help now' },
  moreNeedHelp: { lo: 'ແລະ ອີກ {n} ບ້ານ.', en: 'And {n} more.' },
  holdsUntil: { lo: 'ມີຜົນເຖິງ {time}', en: 'Holds until {time}' },
  allStopped: {
    lo: 'SMS ທັງໝົດຖືກຢຸດໄວ້ ຕັ້ງແຕ່ {time}: ບໍ່ມີຫຍັງຮອດບ້ານ. ໂທຫາເຂົາ.',
    en: 'Every SMS has been stopped since {time}: nothing reaches the villages. Call them.',
  },
  whoStopped: { lo: 'ໃຜ ແລະ ເປັນຫຍັງ', en: 'Who and why' },
} as const satisfies Record<string, Words>
