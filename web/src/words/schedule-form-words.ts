import type { Words } from './language.ts'

/** Words of writing a schedule. Lao wording unreviewed. */
export const scheduleFormWords = {
  name: { lo: 'ຊື່ຂອງຕາຕະລາງ', en: 'Name of the schedule' },
  nameHint: { lo: 'ມີແຕ່ເຈົ້າໜ້າທີ່ເຫັນ', en: 'only the office sees it' },
  about: { lo: '1. ກຽມຮັບໄພຫຍັງ?', en: '1. What danger is it about?' },
  hazard: { lo: 'ໄພ', en: 'Danger' },
  mode: { lo: 'ຈິງ ຫຼື ຝຶກຊ້ອມ', en: 'Real or drill' },
  modeFixed: { lo: 'ປ່ຽນບໍ່ໄດ້ອີກ.', en: 'does not change any more' },
  says: { lo: '3. ບອກຫຍັງ?', en: '3. What does it say?' },
  hazardFirst: { lo: 'ເລືອກໄພກ່ອນ.', en: 'Choose the danger first.' },
  daysAfter: { lo: '{what}: ຈັກມື້ຫຼັງຈາກສົ່ງ', en: '{what}: how many days after the run' },
  atTime: { lo: '{what}: ເວລາ', en: '{what}: at what time' },
  runs: { lo: '4. ສົ່ງເວລາໃດ?', en: '4. When does it run?' },
  often: { lo: 'ເລື້ອຍປານໃດ', en: 'How often' },
  once: { lo: 'ເທື່ອດຽວ', en: 'Once' },
  yearly: { lo: 'ທຸກປີ', en: 'Every year' },
  monthly: { lo: 'ທຸກເດືອນ', en: 'Every month' },
  'before-rains': { lo: 'ກ່ອນລະດູຝົນ', en: 'Before the rains' },
  yearlyHint: { lo: 'ຖາມທ່ານທຸກປີ', en: 'asks you each year' },
  rainsHint: { lo: 'ຖາມທ່ານທຸກລະດູ', en: 'asks you each season' },
  date: { lo: 'ວັນທີ', en: 'Date' },
  day: { lo: 'ວັນທີຂອງເດືອນ', en: 'Day of the month' },
  dayHint: { lo: 'ເດືອນສັ້ນ: ມື້ສຸດທ້າຍຂອງມັນ', en: 'in a shorter month its last day' },
  month: { lo: 'ເດືອນ', en: 'Month' },
  daysBefore: { lo: 'ຈັກມື້ກ່ອນລະດູຝົນ', en: 'How many days before the rains' },
  daysBeforeHint: {
    lo: 'ລະດູຝົນເລີ່ມ 1 ພຶດສະພາ ຫຼື ມື້ຂອງແຂວງ',
    en: 'they begin on 1 May, or on the province’s own day',
  },
  time: { lo: 'ເວລາ (ຂອງລາວ)', en: 'Time (in Laos)' },
  inQuiet: {
    lo: 'ເວລານີ້ມັກຢູ່ໃນຊົ່ວໂມງງຽບ (20:00–07:00): SMS ຈະລໍຖ້າຮອດເຊົ້າ.',
    en: 'This usually lies in quiet hours (20:00–07:00): the SMS wait for the morning.',
  },
  preview: { lo: 'ຄັ້ງຕໍ່ໄປຈະແມ່ນ', en: 'The next runs would be' },
  previewRains: {
    lo: 'ຖ້າລະດູຝົນເລີ່ມ 1 ພຶດສະພາ, ຄັ້ງຕໍ່ໄປຈະແມ່ນ',
    en: 'Where the rains begin on 1 May, the next runs would be',
  },
  noRun: { lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ: ຈະບໍ່ສົ່ງຈັກເທື່ອ.', en: 'This time has passed: it would never run.' },
  whom: { lo: '5. ຫາໃຜ?', en: '5. To whom?' },
  late: { lo: '6. ຖ້າກາຍເວລາ?', en: '6. If its time is missed?' },
  lateWhy: {
    lo: 'ເຊັ່ນ ເມື່ອລະບົບບໍ່ໄດ້ເຮັດວຽກ',
    en: 'Because Siang did not run then',
  },
  'fire-once': { lo: 'ສົ່ງເທື່ອໜຶ່ງ ຖ້າຍັງບໍ່ຊ້າ', en: 'Send it once, if not too late' },
  skip: { lo: 'ບໍ່ສົ່ງ', en: 'Leave it out' },
  windowHours: { lo: 'ຊ້າໄດ້ຈັກຊົ່ວໂມງ', en: 'How many hours late it may be' },
  validHours: { lo: 'ຂໍ້ຄວາມມີຜົນຈັກຊົ່ວໂມງ', en: 'How many hours the message holds' },
  save: { lo: 'ບັນທຶກຕາຕະລາງ', en: 'Save the schedule' },
  answersFor: {
    lo: 'ຂໍ້ຄວາມຈະອອກໃນນາມຂອງທ່ານ.',
    en: 'Its messages go out in your name.',
  },
  again: { lo: 'ອ່ານຂອງເຂົາຄືນ (ສິ່ງທີ່ພິມຈະຫາຍ)', en: 'Load theirs (what you typed is lost)' },
} as const satisfies Record<string, Words>

/** What a schedule lacks, each named at its control. Lao wording unreviewed. */
export const scheduleFaultWords = {
  name: { lo: 'ຕັ້ງຊື່', en: 'Give it a name' },
  hazard: { lo: 'ເລືອກໄພ', en: 'Choose the danger' },
  areas: { lo: 'ເລືອກຢ່າງໜ້ອຍໜຶ່ງບ້ານ', en: 'Choose at least one village' },
  tooManyAreas: {
    lo: 'ຫຼາຍກວ່າ 500 ເຂດ: ເລືອກທັງເມືອງແທນ',
    en: 'More than 500 areas: choose whole districts instead',
  },
  text: { lo: 'ຂຽນຂໍ້ຄວາມຢ່າງໜ້ອຍໜຶ່ງພາສາ', en: 'Write the text in at least one language' },
  template: {
    lo: 'ຍັງບໍ່ມີແມ່ແບບ: ລໍຖ້າ ຫຼື ຂຽນເອງ',
    en: 'The template is not there yet: wait, or write it yourself',
  },
  slot: { lo: 'ຕື່ມ {what}', en: 'Fill in: {what}' },
  number: { lo: '{what}: ຂຽນຈຳນວນເຕັມ {from} ຫາ {to}', en: '{what}: a whole number from {from} to {to}' },
  date: { lo: 'ເລືອກວັນທີ', en: 'Choose the date' },
  time: { lo: 'ໃສ່ເວລາ', en: 'Give the time' },
  past: { lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ', en: 'This time has passed' },
} as const satisfies Record<string, Words>

/** Months by name, January first: browsers have no Lao ones. */
export const monthWords: readonly Words[] = [
  { lo: 'ມັງກອນ', en: 'January' },
  { lo: 'ກຸມພາ', en: 'February' },
  { lo: 'ມີນາ', en: 'March' },
  { lo: 'ເມສາ', en: 'April' },
  { lo: 'ພຶດສະພາ', en: 'May' },
  { lo: 'ມິຖຸນາ', en: 'June' },
  { lo: 'ກໍລະກົດ', en: 'July' },
  { lo: 'ສິງຫາ', en: 'August' },
  { lo: 'ກັນຍາ', en: 'September' },
  { lo: 'ຕຸລາ', en: 'October' },
  { lo: 'ພະຈິກ', en: 'November' },
  { lo: 'ທັນວາ', en: 'December' },
]
