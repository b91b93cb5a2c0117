import type { Words } from './language.ts'

/** Words of the report that its printed form does not have. Lao wording unreviewed. */
export const reportScreenWords = {
  curve: {
    lo: 'ເສັ້ນສະແດງ: ຫຼັງ {minutes} ນາທີ, ມອບແລ້ວ {handedOver}, ຮອດແລ້ວ {delivered}, ຢືນຢັນແລ້ວ {acknowledged} ຈາກ {all} ບ້ານ. ຕາຕະລາງຢູ່ລຸ່ມນີ້.',
    en: 'Curve: after {minutes} minutes {handedOver} of {all} villages handed over, {delivered} delivered, {acknowledged} acknowledged. The table below says the same.',
  },
  tooEarly: { lo: 'ຍັງບໍ່ຮອດໜຶ່ງນາທີນັບແຕ່ອອກ.', en: 'Not a minute has passed since it was issued.' },
  asOf: { lo: 'ຂໍ້ມູນເມື່ອ {time}', en: 'As of {time}' },
  calls: { lo: 'ການໂທ', en: 'Calls' },
  nothingIssued: { lo: 'ຍັງບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Nothing was sent yet.' },
} as const satisfies Record<string, Words>

/** What people and Siang did to a version; others are told by their own name. Lao wording unreviewed. */
export const deedWords: Readonly<Partial<Record<string, Words>>> = {
  create: { lo: 'ຂຽນ', en: 'Written' },
  update: { lo: 'ຂຽນການແຈ້ງເພີ່ມ', en: 'Update written' },
  cancel: { lo: 'ຍົກເລີກ', en: 'Cancelled' },
  'all-clear': { lo: 'ຂຽນວ່າພົ້ນໄພ', en: 'All-clear written' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edited' },
  submit: { lo: 'ສົ່ງໃຫ້ກວດ', en: 'Submitted' },
  approve: { lo: 'ອະນຸມັດ', en: 'Approved' },
  return: { lo: 'ສົ່ງຄືນ', en: 'Returned' },
  reject: { lo: 'ປະຕິເສດ', en: 'Rejected' },
  issue: { lo: 'ອອກ', en: 'Issued' },
  'issue-alone': { lo: 'ອອກ', en: 'Issued' },
  'break-glass': { lo: 'ອອກຄົນດຽວ', en: 'Issued by one person alone' },
  stop: { lo: 'ຢຸດສົ່ງ', en: 'Stopped' },
  resume: { lo: 'ສົ່ງຕໍ່', en: 'Resumed' },
  complete: { lo: 'ສົ່ງໝົດແລ້ວ', en: 'Sending was over' },
  resend: { lo: 'ສົ່ງຄືນ', en: 'Sent again to the failed' },
  supersede: { lo: 'ຖືກແທນ', en: 'Replaced by a newer version' },
  expire: { lo: 'ໝົດອາຍຸ', en: 'Expired' },
  review: { lo: 'ກວດຄືນ', en: 'Reviewed' },
}
