import type { Words } from './language.ts'

/** Words of the screen of drills. Lao wording unreviewed. */
export const drillWords = {
  title: { lo: 'ຝຶກຊ້ອມ', en: 'Drills' },
  why: {
    lo: 'ເຮັດທຸກຢ່າງຄືຂອງແທ້: ຄົນທີສອງ, ລາຍຊື່ໂທ, ການໂທ. ທຸກ SMS ມີຄຳວ່າ «ຝຶກຊ້ອມ» ຫຼື «ທົດລອງ».',
    en: 'Do everything as in earnest: the second person, the call list, the calls. Every SMS carries the word EXERCISE or TEST.',
  },
  beside: {
    lo: 'ບໍ່ມີການຝຶກຊ້ອມອອກໄປບ່ອນທີ່ມີຄຳເຕືອນຈິງ.',
    en: 'Where an actual alert is live, no drill goes out.',
  },
  begin: { lo: 'ເລີ່ມການຝຶກຊ້ອມ', en: 'Begin a drill' },
  kind: { lo: 'ແບບໃດ?', en: 'What kind?' },
  exercise: { lo: 'ຝຶກຊ້ອມ', en: 'Exercise' },
  exerciseHint: { lo: 'ບ້ານຝຶກກັນ', en: 'the villages practise' },
  test: { lo: 'ທົດລອງ', en: 'Test' },
  testHint: { lo: 'ລອງລະບົບເທົ່ານັ້ນ', en: 'only to try whether it works' },
  reaches: { lo: 'ໃຜໄດ້ຮັບ?', en: 'Whom does it reach?' },
  phones: { lo: 'ໂທລະສັບຂອງຄະນະກຳມະການ', en: 'Phones of the committees' },
  phonesHint: { lo: 'ເສຍເງິນຄືຂອງແທ້', en: 'costs as much as a real one' },
  nobody: { lo: 'ບໍ່ມີໃຜ', en: 'Nobody' },
  nobodyHint: { lo: 'ຜ່ານທຸກຂັ້ນ, ບໍ່ມີ SMS, ບໍ່ເສຍເງິນ', en: 'every step, no SMS, no cost' },
  goOn: { lo: 'ຂຽນການຝຶກຊ້ອມ', en: 'Write the drill' },
  former: { lo: 'ການຝຶກຊ້ອມກ່ອນໜ້ານີ້', en: 'Former drills' },
  none: { lo: 'ຍັງບໍ່ມີການຝຶກຊ້ອມໃນເຂດຂອງທ່ານ.', en: 'There was no drill in your areas yet.' },
  noneInThese: { lo: 'ບໍ່ມີການຝຶກຊ້ອມໃນ {n} ຄຳເຕືອນຫຼ້າສຸດ.', en: 'No drill among the last {n} alerts.' },
  begun: { lo: 'ຂຽນເມື່ອ {time}', en: 'Written {time}' },
  toNobody: { lo: 'ບໍ່ໄດ້ສົ່ງຫາໃຜ', en: 'reached nobody, on purpose' },
  neverSent: { lo: 'ບໍ່ໄດ້ສົ່ງ', en: 'Was not sent' },
} as const satisfies Record<string, Words>
