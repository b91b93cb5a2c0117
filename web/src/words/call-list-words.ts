import type { Words } from './language.ts'

/** Words of the call list. Lao wording unreviewed. */
export const callListWords = {
  title: { lo: 'ຕ້ອງໂທຫາໃຜ', en: 'Who must be called' },
  nobody: { lo: 'ບໍ່ມີບ້ານທີ່ຕ້ອງໂທ.', en: 'No village waits for a call.' },
  notYet: {
    lo: 'ບ້ານທີ່ຍັງບໍ່ມີຫຼັກຖານ ຈະມາຢູ່ນີ້ເວລາ {time}.',
    en: 'Villages still without proof join this list at {time}.',
  },
  readOut: { lo: 'ອ່ານຂໍ້ຄວາມນີ້ໃຫ້ຟັງ', en: 'Read this out' },
  inEnglish: { lo: 'ເປັນພາສາອັງກິດ', en: 'The same in English' },
  namePlace: {
    lo: 'ຖ້າຂໍ້ຄວາມບອກວ່າ «ບ່ອນປອດໄພຂອງບ້ານ» ໃຫ້ບອກຊື່ບ່ອນນັ້ນ: ຢູ່ກ້ອງຊື່ບ້ານ.',
    en: 'Where it says “the safe place of your village”, name it: it stands below each village.',
  },
  noSafePlace: { lo: 'ບ່ອນປອດໄພ: ບ່ອນສູງຂອງບ້ານ', en: 'Safe place: the high ground of the village' },
  call: { lo: 'ໂທ {name}', en: 'Call {name}' },
  happened: { lo: 'ໂທແລ້ວເປັນແນວໃດ?', en: 'What came of the call?' },
  note: { lo: 'ໝາຍເຫດ (ບໍ່ບັງຄັບ)', en: 'Note (if any)' },
  record: { lo: 'ບັນທຶກການໂທ', en: 'Record a call' },
  recorded: { lo: 'ບັນທຶກແລ້ວ: {outcome}', en: 'Recorded: {outcome}' },
  recordedAt: { lo: 'ບັນທຶກແລ້ວ: {village}, {outcome}', en: 'Recorded: {village}, {outcome}' },
  print: { lo: 'ພິມ', en: 'Print' },
  csv: { lo: 'ດາວໂຫຼດ CSV', en: 'Download CSV' },
  waiting: { lo: '{minutes} ນາທີ ຍັງບໍ່ມີຫຼັກຖານ', en: '{minutes} min without proof' },
  safePlace: { lo: 'ບ່ອນປອດໄພ: {place}', en: 'Safe place: {place}' },
  speaks: { lo: 'ເວົ້າ: {languages}', en: 'Speaks: {languages}' },
  failing: { lo: 'ເບີໃຊ້ບໍ່ໄດ້', en: 'number fails' },
  proven: { lo: 'ຕິດຕໍ່ໄດ້ {time}', en: 'reached {time}' },
  leftOff: {
    lo: 'ຍັງມີອີກ {count} ບ້ານທີ່ບໍ່ຢູ່ໃນນີ້.',
    en: '{count} more villages do not stand here.',
  },
  masked: {
    lo: 'ສະບັບນີ້ໝົດຜົນແລ້ວ: ເບີໂທຖືກປິດບັງ.',
    en: 'This version no longer holds: numbers are masked.',
  },
} as const satisfies Record<string, Words>
