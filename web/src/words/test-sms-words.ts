import type { TestAnswer } from '../../../shared/domain/test-sms/test-sms.ts'
import type { Words } from './language.ts'

/** Words about test SMS to a member of a committee. Lao wording unreviewed. */
export const testSmsWords = {
  title: { lo: 'SMS ທົດລອງ', en: 'Test SMS' },
  why: {
    lo: '{name} ຈະໄດ້ຮັບ SMS ນີ້, ມີຄຳວ່າທົດລອງຢູ່ຫົວ ແລະ ທ້າຍ. ແລ້ວໂທຖາມວ່າອ່ານໄດ້ບໍ່.',
    en: '{name} gets this SMS, marked as a test at both ends. Then call and ask whether they could read it.',
  },
  send: { lo: 'ສົ່ງ SMS ທົດລອງ', en: 'Send a test SMS' },
  sendAgain: { lo: 'ສົ່ງ SMS ທົດລອງອີກ', en: 'Send another test SMS' },
  line: { lo: 'SMS ທົດລອງ {time}: {state}', en: 'Test SMS {time}: {state}' },
  since: { lo: 'ແຕ່ {time}', en: 'since {time}' },
  before: { lo: 'ກ່ອນໜ້ານີ້:', en: 'The time before:' },
  ask: { lo: '{name} ອ່ານໄດ້ບໍ່?', en: 'Could {name} read it?' },
  keep: { lo: 'ບັນທຶກຄຳຕອບ', en: 'Keep the answer' },
  kept: { lo: 'ບັນທຶກຄຳຕອບແລ້ວ.', en: 'The answer is kept.' },
  boxes: {
    lo: 'ຖ້າໂທລະສັບນີ້ບໍ່ສະແດງຕົວໜັງສືລາວ:',
    en: 'If this phone shows no Lao letters:',
  },
  note: { lo: 'ບັນທຶກວ່າບໍ່ສະແດງຕົວໜັງສືລາວ', en: 'Note that it shows no Lao letters' },
  noteWhy: {
    lo: 'ລາຍຊື່ໂທຈະບອກເລື່ອງນີ້. SMS ຍັງສົ່ງເປັນພາສາເກົ່າ.',
    en: 'Call lists then say so. SMS stay in the same language.',
  },
  english: { lo: 'ສົ່ງ SMS ເປັນພາສາອັງກິດແຕ່ນີ້ໄປ', en: 'Write in English from now on' },
  englishWhy: { lo: 'ສະເພາະຖ້າ {name} ອ່ານພາສາອັງກິດໄດ້.', en: 'Only if {name} reads English.' },
} as const satisfies Record<string, Words>

/** What the person said of a test SMS. Lao wording unreviewed. */
export const testAnswerWords: Readonly<Record<TestAnswer, Words>> = {
  read: { lo: 'ອ່ານໄດ້', en: 'Could read it' },
  unreadable: { lo: 'ເຫັນແຕ່ກ່ອງ ຫຼື ເຄື່ອງໝາຍ', en: 'Saw boxes or signs' },
  'not-arrived': { lo: 'SMS ບໍ່ມາຮອດ', en: 'It did not arrive' },
  'not-asked': { lo: 'ຖາມບໍ່ໄດ້', en: 'Could not be asked' },
}
