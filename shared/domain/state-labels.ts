import type { Coverage } from './coverage.ts'
import type { Level } from './level.ts'
import type { VersionState } from './version.ts'
import type { Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** How people are told what a version is in. Lao wording unreviewed. */
export const versionStateLabels: Readonly<Record<VersionState, Wording>> = {
  draft: unreviewed('Draft', 'ຮ່າງ'),
  submitted: unreviewed('Waits for a second person', 'ລໍຖ້າຜູ້ອະນຸມັດ'),
  approved: unreviewed('Approved', 'ອະນຸມັດແລ້ວ'),
  dispatching: unreviewed('Being sent', 'ກຳລັງສົ່ງ'),
  stopped: unreviewed('Stopped', 'ຢຸດໄວ້'),
  completed: unreviewed('Sending is over', 'ສົ່ງໝົດແລ້ວ'),
  rejected: unreviewed('Rejected', 'ບໍ່ອະນຸມັດ'),
  superseded: unreviewed('Replaced by a newer version', 'ຖືກແທນດ້ວຍສະບັບໃໝ່'),
  expired: unreviewed('Expired', 'ໝົດອາຍຸ'),
}

/** How people are told of what level a version is, as in a headline. Lao wording unreviewed. */
export const levelLabels: Readonly<Record<Level, Wording>> = {
  prepare: unreviewed('Prepare', 'ກຽມພ້ອມ'),
  watch: unreviewed('Watch', 'ເຝົ້າລະວັງ'),
  warning: unreviewed('Warning', 'ເຕືອນໄພ'),
  evacuate: unreviewed('Evacuate', 'ຍົກຍ້າຍ'),
  'all-clear': unreviewed('All clear', 'ພົ້ນອັນຕະລາຍ'),
  cancel: unreviewed('Cancelled', 'ຍົກເລີກ'),
}

/** How people are told how far a village is. Lao wording unreviewed. */
export const coverageLabels: Readonly<Record<Coverage, Wording>> = {
  'no-contact': unreviewed('No contact: send someone', 'ບໍ່ມີຜູ້ຕິດຕໍ່: ສົ່ງຄົນໄປ'),
  unreachable: unreviewed('Unreachable by SMS', 'ຕິດຕໍ່ທາງ SMS ບໍ່ໄດ້'),
  'needs-help': unreviewed('Needs help', 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ'),
  waiting: unreviewed('Waiting to be sent', 'ລໍຖ້າສົ່ງ'),
  rehearsed: unreviewed('Drill: nobody was written to', 'ຝຶກຊ້ອມ: ບໍ່ມີໃຜໄດ້ຮັບ SMS'),
  'handed-over': unreviewed('Handed over, no proof', 'ມອບແລ້ວ, ຍັງບໍ່ມີຫຼັກຖານ'),
  delivered: unreviewed('Delivered to a phone', 'ຮອດໂທລະສັບແລ້ວ'),
  acknowledged: unreviewed('Acknowledged by a person', 'ມີຄົນຢືນຢັນແລ້ວ'),
}
