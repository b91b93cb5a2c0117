import type { Words } from './language.ts'

/** Words of approving, returning, rejecting and breaking the glass. Lao wording unreviewed. */
export const approveWords = {
  title: { lo: 'ກວດກ່ອນອະນຸມັດ', en: 'Check before you approve' },
  wants: {
    lo: 'ເຈົ້າໜ້າທີ່ຄົນໜຶ່ງຕ້ອງການສົ່ງຂໍ້ຄວາມນີ້ຫາ {people} ຄົນ, ມີຜົນເຖິງ {time}.',
    en: 'An officer wants to send this to {people} people, to hold until {time}.',
  },
  yours: {
    lo: 'ທ່ານເປັນຜູ້ຂຽນ: ຄົນອື່ນຕ້ອງອະນຸມັດ.',
    en: 'You wrote this: another officer has to approve it.',
  },
  level: { lo: 'ລະດັບ', en: 'Level' },
  hazard: { lo: 'ໄພ', en: 'Danger' },
  areas: { lo: 'ເຂດ', en: 'Areas' },
  people: { lo: 'ຈຳນວນ SMS', en: 'SMS' },
  holds: { lo: 'ມີຜົນເຖິງ', en: 'Holds until' },
  template: { lo: 'ແມ່ແບບ', en: 'Template' },
  freeText: {
    lo: 'ຂໍ້ຄວາມນີ້ບໍ່ໄດ້ມາຈາກແມ່ແບບ: ບໍ່ມີໃຜກວດມາກ່ອນ. ອ່ານທຸກຄຳ.',
    en: 'These words come from no template: nobody has read them before. Read every one.',
  },
  textLo: { lo: 'ຂໍ້ຄວາມພາສາລາວ', en: 'Text in Lao' },
  textEn: { lo: 'ຂໍ້ຄວາມພາສາອັງກິດ', en: 'Text in English' },
  changed: { lo: 'ປ່ຽນຈາກສະບັບກ່ອນ', en: 'changed since the last version' },
  approve: { lo: 'ອະນຸມັດ ແລະ ສົ່ງຫາ {people} ຄົນ', en: 'Approve and send to {people} people' },
  headCountChanged: {
    lo: 'ຈຳນວນຄົນປ່ຽນແລ້ວ: ດຽວນີ້ {people} ຄົນ. ກົດອີກຄັ້ງເພື່ອອະນຸມັດ.',
    en: 'The number of people has changed: now {people}. Press again to approve that.',
  },
  reason: { lo: 'ເຫດຜົນ', en: 'Reason' },
  giveBack: { lo: 'ສົ່ງຄືນໃຫ້ແກ້', en: 'Return it to be mended' },
  reject: { lo: 'ປະຕິເສດ', en: 'Reject it for good' },
  notApprove: { lo: 'ຖ້າບໍ່ອະນຸມັດ', en: 'If you do not approve' },
  glass: { lo: 'ອອກຄົນດຽວ (ສຸກເສີນ)', en: 'Issue it alone (emergency)' },
  glassWhy: {
    lo: 'ໃຊ້ເມື່ອບໍ່ມີໃຜຕອບ. ເຈົ້າໜ້າທີ່ທຸກຄົນຂອງເຂດຈະຮູ້, ແລະ ຄົນອື່ນຈະກວດຄືນພາຍໃນ 24 ຊົ່ວໂມງ.',
    en: 'For when nobody answers. Every officer of the area is told, and another reviews it within 24 hours.',
  },
  glassGo: { lo: 'ອອກດຽວນີ້ ໂດຍຂ້ອຍຄົນດຽວ', en: 'Issue now, by me alone' },
  draft: { lo: 'ຍັງເປັນຮ່າງ: ບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'This is a draft: nothing was sent.' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edit' },
  submit: { lo: 'ສົ່ງໃຫ້ຄົນທີສອງກວດ', en: 'Hand to a second person' },
  review: { lo: 'ກວດຄືນ', en: 'Review' },
  reviewWhy: {
    lo: 'ຄົນດຽວອອກຄຳເຕືອນນີ້: «{reason}». ທ່ານເຫັນແນວໃດ?',
    en: 'One person issued this alone: “{reason}”. What do you think of it?',
  },
  justified: { lo: 'ສົມເຫດສົມຜົນ', en: 'It was justified' },
  notJustified: { lo: 'ບໍ່ສົມເຫດສົມຜົນ', en: 'It was not justified' },
} as const satisfies Record<string, Words>
