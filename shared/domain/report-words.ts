import type { Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** Words of the printed report; `{…}` are filled in. Lao wording unreviewed. */
export const reportWords = {
  report: unreviewed('Report, alert {number}', 'ບົດລາຍງານ, ຄຳເຕືອນເລກທີ {number}'),
  partOnly: unreviewed(
    'Only villages of your areas are counted here: the alert has more.',
    'ນັບສະເພາະບ້ານໃນເຂດຂອງທ່ານ: ຄຳເຕືອນນີ້ຍັງມີບ້ານອື່ນອີກ.',
  ),
  nobody: unreviewed(
    'This drill wrote to nobody: no SMS left Siang.',
    'ການຝຶກຊ້ອມນີ້ບໍ່ໄດ້ສົ່ງຫາໃຜ: ບໍ່ມີ SMS ອອກຈາກລະບົບ.',
  ),
  proof: unreviewed(
    'Handed over means that the gateway took the SMS and proves nothing. Delivered is the carrier’s word. Acknowledged is a person’s.',
    'ມອບແລ້ວ ໝາຍເຖິງບໍລິສັດສົ່ງ SMS ຮັບແລ້ວ, ບໍ່ແມ່ນຫຼັກຖານ. ຮອດແລ້ວ ແມ່ນຄຳຂອງເຄືອຂ່າຍ. ຢືນຢັນແລ້ວ ແມ່ນຄຳຂອງຄົນ.',
  ),
  version: unreviewed('Version {version}', 'ສະບັບ {version}'),
  written: unreviewed('Written by {by}', 'ຂຽນໂດຍ {by}'),
  text: unreviewed('Text', 'ຂໍ້ຄວາມ'),
  who: unreviewed('Who did what', 'ໃຜເຮັດຫຍັງ'),
  states: unreviewed('SMS', 'SMS'),
  coverage: unreviewed('Villages by coverage', 'ບ້ານຕາມສະຖານະ'),
  failures: unreviewed('What failed', 'ສິ່ງທີ່ບໍ່ສຳເລັດ'),
  firstContacts: unreviewed(
    'First contacts: {handedOver} of {villages} villages, the first after {first} s, the last after {last} s from submitting',
    'ຜູ້ຕິດຕໍ່ທຳອິດ: {handedOver} ຈາກ {villages} ບ້ານ, ຄົນທຳອິດຫຼັງ {first} ວິນາທີ, ຄົນສຸດທ້າຍຫຼັງ {last} ວິນາທີ ນັບແຕ່ສະເໜີ',
  ),
  cost: unreviewed('{parts} parts handed over, about {cost} USD', 'ມອບແລ້ວ {parts} ສ່ວນ, ປະມານ {cost} USD'),
  progress: unreviewed('Villages over time', 'ບ້ານຕາມເວລາ'),
  minutes: unreviewed('Minutes since issue', 'ນາທີນັບແຕ່ອອກ'),
  handedOver: unreviewed('Handed over', 'ມອບແລ້ວ'),
  delivered: unreviewed('Delivered', 'ຮອດແລ້ວ'),
  acknowledged: unreviewed('Acknowledged', 'ຢືນຢັນແລ້ວ'),
  calls: unreviewed('Calls: {count}', 'ການໂທ: {count}'),
  village: unreviewed('Village', 'ບ້ານ'),
} as const satisfies Record<string, Wording>

/** What people and Siang did to a version; others are told by their own name. Lao wording unreviewed. */
export const deedWords: Readonly<Partial<Record<string, Wording>>> = {
  create: unreviewed('Written', 'ຂຽນ'),
  update: unreviewed('Update written', 'ຂຽນການແຈ້ງເພີ່ມ'),
  cancel: unreviewed('Cancelled', 'ຍົກເລີກ'),
  'all-clear': unreviewed('All-clear written', 'ຂຽນວ່າພົ້ນອັນຕະລາຍ'),
  edit: unreviewed('Edited', 'ແກ້ໄຂ'),
  submit: unreviewed('Submitted', 'ສະເໜີ'),
  approve: unreviewed('Approved', 'ອະນຸມັດ'),
  return: unreviewed('Returned', 'ສົ່ງຄືນ'),
  reject: unreviewed('Rejected', 'ປະຕິເສດ'),
  issue: unreviewed('Issued', 'ອອກ'),
  'issue-alone': unreviewed('Issued', 'ອອກ'),
  'break-glass': unreviewed('Issued by one person alone', 'ອອກຄົນດຽວ'),
  stop: unreviewed('Stopped', 'ຢຸດສົ່ງ'),
  resume: unreviewed('Resumed', 'ສົ່ງຕໍ່'),
  complete: unreviewed('Sending was over', 'ສົ່ງໝົດແລ້ວ'),
  resend: unreviewed('Sent again to the failed', 'ສົ່ງອີກຫາຜູ້ທີ່ບໍ່ໄດ້ຮັບ'),
  reopen: unreviewed('Sending began again', 'ເລີ່ມສົ່ງອີກ'),
  supersede: unreviewed('Replaced by a newer version', 'ຖືກແທນດ້ວຍສະບັບໃໝ່'),
  expire: unreviewed('Expired', 'ໝົດອາຍຸ'),
  review: unreviewed('Reviewed', 'ກວດຄືນ'),
}
