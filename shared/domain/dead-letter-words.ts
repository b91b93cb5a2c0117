import type { DeadLetterKind, DeadLetterReasonKind } from './dead-letter.ts'
import type { Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** How people are told what a dead letter asked for. Lao wording unreviewed. */
export const deadLetterKindWords: Readonly<Record<DeadLetterKind, Wording>> = {
  'send-first-wave': unreviewed('SMS to the first contact of a village', 'SMS ຫາຜູ້ຕິດຕໍ່ທຳອິດຂອງບ້ານ'),
  'send-second-wave': unreviewed('SMS to the other members of a village', 'SMS ຫາສະມາຊິກອື່ນຂອງບ້ານ'),
  'fan-out': unreviewed('Recipients of a district, not yet written', 'ລາຍຊື່ຜູ້ຮັບຂອງເມືອງ ຍັງບໍ່ໄດ້ຂຽນ'),
  'open-second-wave': unreviewed('Second wave of a district, not yet sent', 'ຮອບທີສອງຂອງເມືອງ ຍັງບໍ່ໄດ້ສົ່ງ'),
  'queue-open-waves': unreviewed('Open work of a district, not yet sent on', 'ວຽກທີ່ຍັງເປີດຂອງເມືອງ ຍັງບໍ່ໄດ້ສົ່ງຕໍ່'),
  resend: unreviewed('Sending again in a district, not yet begun', 'ການສົ່ງອີກໃນເມືອງ ຍັງບໍ່ໄດ້ເລີ່ມ'),
  notice: unreviewed('Notice by SMS to officers or admins', 'SMS ແຈ້ງເຈົ້າໜ້າທີ່ ຫຼື ຜູ້ດູແລ'),
  'test-sms': unreviewed('Test SMS to one member of a village', 'SMS ທົດລອງຫາສະມາຊິກຄົນໜຶ່ງຂອງບ້ານ'),
  'settle-receipts': unreviewed('Receipts of carriers, not yet noted', 'ໃບຮັບຂອງເຄືອຂ່າຍ ຍັງບໍ່ໄດ້ບັນທຶກ'),
  'settle-early-receipts': unreviewed('Receipts that came early, not yet noted', 'ໃບຮັບທີ່ມາກ່ອນ ຍັງບໍ່ໄດ້ບັນທຶກ'),
  'plan-import': unreviewed('Check of a roster file', 'ການກວດໄຟລ໌ບັນຊີ'),
  'apply-import': unreviewed('Import of a roster file', 'ການນຳເຂົ້າໄຟລ໌ບັນຊີ'),
  'undo-import': unreviewed('Taking back of an import', 'ການເອົາການນຳເຂົ້າຄືນ'),
  'write-export': unreviewed('Export of the roster', 'ການສົ່ງອອກບັນຊີ'),
  tick: unreviewed('The minute’s look for work left lying', 'ການກວດວຽກຄ້າງທຸກນາທີ'),
  unreadable: unreviewed('Unreadable', 'ອ່ານບໍ່ໄດ້'),
}

/** How people are told why it lies there; `{function}` and `{error}` are filled in. Lao wording unreviewed. */
export const deadLetterReasonWords: Readonly<Record<DeadLetterReasonKind, Wording>> = {
  failed: unreviewed('{function} failed on it: {error}', '{function} ເຮັດບໍ່ສຳເລັດ: {error}'),
  'no-answer': unreviewed(
    'No answer: {function} ended or timed out while it worked on it',
    'ບໍ່ມີຄຳຕອບ: {function} ຢຸດ ຫຼື ໝົດເວລາ ໃນຂະນະທີ່ກຳລັງເຮັດ',
  ),
  'not-run': unreviewed('{function} was not run: {error}', '{function} ບໍ່ໄດ້ເຮັດວຽກ: {error}'),
  unreadable: unreviewed(
    '{function} cannot read it: it is no message of this queue',
    '{function} ອ່ານບໍ່ໄດ້: ບໍ່ແມ່ນຂໍ້ຄວາມຂອງຄິວນີ້',
  ),
}
