import type { AnswerOf } from '../api/routes.ts'
import type { Words } from './language.ts'

type QueueName = AnswerOf<'GET /v1/dead-letters'>['queues'][number]['queue']

/** Words of the list of work that was given up. Lao wording unreviewed. */
export const deadLetterWords = {
  title: { lo: 'ວຽກທີ່ຄ້າງ', en: 'Work that was given up' },
  what: {
    lo: 'ລະບົບລອງຫຼາຍເທື່ອແລ້ວເຮັດບໍ່ໄດ້. ແກ້ສາເຫດກ່ອນ, ແລ້ວໃຫ້ເຮັດອີກ.',
    en: 'Siang tried these several times and gave up. Mend the cause first, then have it done again.',
  },
  none: { lo: 'ບໍ່ມີວຽກຄ້າງ.', en: 'Nothing was given up.' },
  truncated: {
    lo: 'ຍັງມີອີກທີ່ບໍ່ສະແດງ: ຫຼາຍເກີນໄປ, ຫຼື ຄົນອື່ນກຳລັງເບິ່ງຢູ່. ລອງອີກໃນໜຶ່ງນາທີ.',
    en: 'There is more than is shown: too many, or somebody else is looking at them. Try again in a minute.',
  },
  waiting: { lo: '{queue}: {n} ວຽກ', en: '{queue}: {n} waiting' },
  firstFailed: { lo: 'ຜິດພາດເທື່ອທຳອິດ {time}', en: 'First failed {time}' },
  lastFailed: { lo: 'ເທື່ອສຸດທ້າຍ {time}', en: 'last {time}' },
  since: { lo: 'ຢູ່ນີ້ຕັ້ງແຕ່ {time}', en: 'Here since {time}' },
  tries: { lo: 'ລອງ {n} ເທື່ອ', en: '{n} tries' },
  seeAlert: { lo: 'ເບິ່ງຄຳເຕືອນ', en: 'See the alert' },
  again: { lo: 'ເຮັດອີກ', en: 'Do it again' },
  againNamed: { lo: 'ເຮັດອີກ: {what}', en: 'Do it again: {what}' },
  allAgain: { lo: 'ເຮັດທັງໝົດຂອງ «{queue}» ອີກ', en: 'Do all of “{queue}” again' },
  againWhat: {
    lo: 'ວຽກກັບໄປເຂົ້າແຖວ ແລະ ເຮັດດຽວນີ້. ສິ່ງທີ່ເຮັດແລ້ວບໍ່ເຮັດຊ້ຳ: ຄົນທີ່ໄດ້ຮັບແລ້ວບໍ່ໄດ້ຮັບອີກ, ແລະ ສິ່ງທີ່ໝົດເວລາບໍ່ອອກ.',
    en: 'The work goes back to its queue and is done now. What is done is not repeated: whoever got the SMS gets no second one, and what has expired is not sent.',
  },
  notAll: { lo: 'ອັນທີ່ອ່ານບໍ່ໄດ້ ບໍ່ໄປນຳ.', en: 'What cannot be read stays here.' },
  moved: { lo: 'ສົ່ງກັບ {moved}, ຍັງເຫຼືອ {left}.', en: '{moved} went back, {left} are left.' },
  someoneElse: {
    lo: 'ບໍ່ພົບ: ຄົນອື່ນເຮັດແລ້ວ ຫຼື ກຳລັງເບິ່ງຢູ່.',
    en: 'Not found: somebody else has done it, or is looking at it.',
  },
} as const satisfies Record<string, Words>

/** What waits behind each queue, as people say it. Lao wording unreviewed. */
export const queueWords: Readonly<Record<QueueName, Words>> = {
  first: { lo: 'SMS ຫາຜູ້ຕິດຕໍ່ທຳອິດ', en: 'SMS to first contacts' },
  'fan-out-urgent': { lo: 'ລາຍຊື່ຜູ້ຮັບ, ດ່ວນ', en: 'Recipients, urgent' },
  urgent: { lo: 'SMS ດ່ວນ', en: 'Urgent SMS' },
  'fan-out-routine': { lo: 'ລາຍຊື່ຜູ້ຮັບ, ບໍ່ດ່ວນ', en: 'Recipients, routine' },
  routine: { lo: 'SMS ບໍ່ດ່ວນ', en: 'Routine SMS' },
  receipts: { lo: 'ໃບຮັບຂອງເຄືອຂ່າຍ', en: 'Receipts of carriers' },
  'early-receipts': { lo: 'ໃບຮັບທີ່ມາກ່ອນ', en: 'Early receipts' },
  imports: { lo: 'ໄຟລ໌ບັນຊີ', en: 'Roster files' },
  tick: { lo: 'ການກວດທຸກນາທີ', en: 'The minute’s look' },
}
