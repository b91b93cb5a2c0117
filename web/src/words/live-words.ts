import type { Words } from './language.ts'

/** Words that Home and the screens of an alert share, apart from theirs: Home is there first. Lao wording unreviewed. */
export const liveWords = {
  notEnded: { lo: 'ຍັງບໍ່ໄດ້ບອກວ່າພົ້ນໄພ', en: 'Not ended' },
  allClear: { lo: 'ບອກວ່າພົ້ນໄພ', en: 'Say that it is over' },
  needHelp: { lo: 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ', en: 'Needs help now' },
  holdsUntil: { lo: 'ມີຜົນເຖິງ {time}', en: 'Holds until {time}' },
} as const satisfies Record<string, Words>
