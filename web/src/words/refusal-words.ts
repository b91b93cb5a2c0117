import type { Words } from './language.ts'

/** What can be done about a refusal. Lao wording unreviewed. */
export const refusalAnswers = {
  seeLive: { lo: 'ເບິ່ງຄຳເຕືອນ #{number}', en: 'See alert #{number}' },
  seeIt: { lo: 'ເບິ່ງຄຳເຕືອນ', en: 'See the alert' },
  sendBoth: { lo: 'ສົ່ງທັງສອງ', en: 'Send both' },
  overLimit: { lo: 'ເຫດຜົນ', en: 'Reason' },
  allTheSame: { lo: 'ສົ່ງພ້ອມເຫດຜົນນີ້', en: 'Submit with this reason' },
  roomFrom: { lo: 'ສົ່ງໄດ້ອີກຕັ້ງແຕ່ {time}.', en: 'You have room for it from {time} on.' },
} as const satisfies Record<string, Words>

/** What the screen says better than the API, by code, since it has what to press beside it. Lao wording unreviewed. */
export const refusalWords: Readonly<Partial<Record<string, Words>>> = {
  'alert-live': {
    lo: 'ມີຄຳເຕືອນ #{number} ຂອງໄພດຽວກັນຢູ່ບ້ານເຫຼົ່ານີ້ແລ້ວ. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'Alert #{number} of the same danger is live in these villages. Nothing was sent.',
  },
  'actual-alert-live': {
    lo: 'ມີຄຳເຕືອນຈິງ #{number} ຢູ່ບ້ານເຫຼົ່ານີ້: ຝຶກຊ້ອມບໍ່ໄດ້. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'The actual alert #{number} is live in these villages: no drill goes out beside it. Nothing was sent.',
  },
  'changed-meanwhile': {
    lo: 'ຮ່າງນີ້ຖືກປ່ຽນແລ້ວ. ກົດອີກຄັ້ງ.',
    en: 'This draft was changed meanwhile. Press again.',
  },
  'monthly-limit': {
    lo: 'ບາງບ້ານໄດ້ຮັບຂໍ້ຄວາມກຽມພ້ອມຂອງເດືອນນີ້ແລ້ວ. ບໍ່ມີຫຍັງຖືກສົ່ງ. ເອົາບ້ານເຫຼົ່ານີ້ອອກ ຫຼື ບອກເຫດຜົນ.',
    en: 'Some villages had their preparedness messages of this month. Nothing was sent. Take them away, or say why they need another one.',
  },
  'budget-exceeded': {
    lo: 'ງົບຂອງເດືອນນີ້ເຫຼືອ {leftParts} SMS, ຕ້ອງການ {neededParts}. ບໍ່ມີຫຍັງຖືກສົ່ງ. ຫຍໍ້ຂໍ້ຄວາມ, ຫຼຸດເຂດ ຫຼື ຂໍເພີ່ມນຳຜູ້ດູແລ.',
    en: 'This month’s budget has {leftParts} SMS left, and {neededParts} are needed. Nothing was sent. Shorten the text, take fewer areas, or ask an admin for more.',
  },
  'ceiling-reached': {
    lo: 'ທ່ານສົ່ງໄດ້ {ceiling} ຄົນຕໍ່ຊົ່ວໂມງ. ບໍ່ມີຫຍັງຖືກສົ່ງ. ໃຫ້ເຈົ້າໜ້າທີ່ຄົນອື່ນສົ່ງ, ຫຼື ຜູ້ດູແລເພີ່ມຈຳນວນຂອງທ່ານ.',
    en: 'You may write to {ceiling} people an hour. Nothing was sent. Another officer can send it, or an admin raises your figure.',
  },
  'invalid-request': { lo: 'ບາງຢ່າງຕ້ອງແກ້. ບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Something has to be mended. Nothing was sent.' },
}
