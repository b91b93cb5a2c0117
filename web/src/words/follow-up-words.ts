import type { noticeKinds } from '../../../shared/domain/notices/notice.ts'
import type { Words } from './language.ts'

/** Words of updating, cancelling and ending an alert. Lao wording unreviewed. */
export const followUpWords = {
  update: { lo: 'ແຈ້ງເພີ່ມ', en: 'Send an update' },
  updateTitle: { lo: 'ແຈ້ງເພີ່ມ, ຄຳເຕືອນ #{number}', en: 'Update alert #{number}' },
  updateWhy: {
    lo: 'ທຸກຄົນທີ່ຢູ່ໃນຄຳເຕືອນກ່ອນ ຈະໄດ້ຮັບ, ແລະ ບ້ານທີ່ທ່ານຕື່ມ. ບໍ່ມີໃຜຖືກຕັດອອກ.',
    en: 'It goes to everybody of the alert so far, and to the villages that you add. Nobody is left out.',
  },
  soFar: { lo: 'ບ້ານເກົ່າ: {areas}', en: 'So far: {areas}' },
  heads: {
    lo: '{people} SMS ໃນ {villages} ບ້ານ.',
    en: 'SMS: {people}. Villages: {villages}.',
  },
  headsBefore: {
    lo: 'ບ້ານເກົ່າ: {people} SMS ໃນ {villages} ບ້ານ. ບ້ານທີ່ຕື່ມ ຈະນັບເພີ່ມ.',
    en: 'SMS so far: {people}. Villages: {villages}. What you add comes on top.',
  },
  headsUnknown: {
    lo: 'ຍັງບໍ່ຮູ້ວ່າຈະສົ່ງຫາຈັກຄົນ.',
    en: 'It is not known yet how many people would get it.',
  },
  addAreas: { lo: 'ຕື່ມບ້ານ', en: 'Add villages' },
  send: { lo: 'ສົ່ງໃຫ້ຄົນທີສອງກວດ', en: 'Hand to a second person' },
  sendAlone: { lo: 'ສົ່ງ', en: 'Send it' },
  allClearTitle: { lo: 'ພົ້ນອັນຕະລາຍ, ຄຳເຕືອນ #{number}', en: 'All clear, alert #{number}' },
  allClearWhy: {
    lo: 'ສົ່ງຫາທຸກຄົນທີ່ອາດໄດ້ອ່ານຄຳເຕືອນ, ບໍ່ສົ່ງຫາຄົນອື່ນ.',
    en: 'It goes to everybody who may have read the warning, and to nobody else.',
  },
  where: { lo: 'ພົ້ນອັນຕະລາຍຢູ່ໃສ?', en: 'Where is it over?' },
  everywhere: { lo: 'ທຸກບ່ອນທີ່ຍັງເຫຼືອ', en: 'Everywhere that is left' },
  some: { lo: 'ບາງບ້ານ', en: 'Only in some villages' },
  someHint: {
    lo: 'ບ້ານອື່ນຍັງຕ້ອງເຮັດຕາມຄຳເຕືອນ',
    en: 'the warning goes on in the others',
  },
  wholeDistrict: { lo: 'ທັງເມືອງ {name}', en: 'All of {name}' },
  chooseSome: { lo: 'ເລືອກຢ່າງໜ້ອຍໜຶ່ງບ້ານ', en: 'Choose at least one village' },
  looksLike: { lo: 'ຂໍ້ຄວາມທີ່ຈະອອກ', en: 'What they read' },
  notEndedWhy: {
    lo: 'ຄົນຍັງລໍຖ້າຄຳວ່າພົ້ນອັນຕະລາຍ: {areas}.',
    en: 'People still wait for an all-clear: {areas}.',
  },
  remains: { lo: 'ຍັງມີຜົນໃນ: {areas}.', en: 'It still holds in: {areas}.' },
  cleared: { lo: 'ພົ້ນອັນຕະລາຍແລ້ວໃນ: {areas}.', en: 'Over already in: {areas}.' },
  cancel: { lo: 'ຍົກເລີກ: ສົ່ງຜິດ', en: 'Cancel it: sent by mistake' },
  cancelWhy: {
    lo: 'ອອກທັນທີ ໂດຍບໍ່ລໍຄົນທີສອງ: ທຸກຄົນທີ່ອາດໄດ້ອ່ານ ຈະໄດ້ SMS ວ່າ ຄຳເຕືອນນີ້ສົ່ງຜິດ ແລະ ບໍ່ຕ້ອງເຮັດຕາມ. ສິ່ງທີ່ຍັງບໍ່ໄດ້ສົ່ງ ຈະບໍ່ອອກ. ເອົາຄືນບໍ່ໄດ້. ຖ້າໄພຜ່ານໄປແລ້ວ ໃຫ້ບອກວ່າພົ້ນອັນຕະລາຍແທນ.',
    en: 'It goes out at once, without a second person: everybody who may have read the warning is told by SMS that it was a mistake and that nobody needs to act on it. What waits is not sent any more. This cannot be undone. Where the danger has passed, send an all-clear instead.',
  },
  cancelGo: { lo: 'ຍົກເລີກດຽວນີ້', en: 'Cancel it now' },
  cancelCount: { lo: 'ຍົກເລີກດຽວນີ້: {people} SMS', en: 'Cancel it now: {people} SMS' },
  discard: { lo: 'ຖິ້ມຮ່າງນີ້', en: 'Throw this draft away' },
  besideLive: {
    lo: 'ສະບັບທີ {version} ຍັງບໍ່ອອກ. ບ້ານຍັງມີສະບັບທີ {live} ຢູ່.',
    en: 'Version {version} was not sent yet. The villages still have version {live}.',
  },
  versions: { lo: 'ສະບັບ', en: 'Versions' },
  older: {
    lo: 'ນີ້ແມ່ນສະບັບເກົ່າ. ສະບັບສຸດທ້າຍທີ່ອອກແມ່ນ {live}.',
    en: 'This is an older version. The last one that went out is {live}.',
  },
  nothingYet: { lo: 'ຄຳເຕືອນນີ້ ຍັງບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Nothing of this alert was sent yet.' },
  waitsAlready: {
    lo: 'ສະບັບທີ {version} ຍັງລໍຢູ່: ແກ້, ສົ່ງ ຫຼື ຖິ້ມກ່ອນ.',
    en: 'Version {version} waits already: mend it, send it or throw it away first.',
  },
  ended: { lo: 'ຄຳເຕືອນນີ້ຈົບແລ້ວທຸກບ່ອນ.', en: 'This alert has ended everywhere.' },
  copy: { lo: 'ຂຽນອັນໃໝ່ຄືອັນນີ້', en: 'Write another one like it' },
  seeAlert: { lo: 'ເບິ່ງຄຳເຕືອນ', en: 'See the alert' },
} as const satisfies Record<string, Words>

/** What officers were told by SMS. Lao wording unreviewed. */
export const noticeWords: Readonly<Record<(typeof noticeKinds)[number], Words>> = {
  submitted: { lo: 'ລໍຖ້າການອະນຸມັດ', en: 'It waits for approval' },
  'still-waiting': { lo: 'ຍັງລໍຖ້າການອະນຸມັດ', en: 'It still waits for approval' },
  'glass-broken': { lo: 'ຄົນດຽວອອກ', en: 'One person issued it alone' },
  returned: { lo: 'ສົ່ງຄືນໃຫ້ແກ້', en: 'It was returned' },
  rejected: { lo: 'ຖືກປະຕິເສດ', en: 'It was rejected' },
  'call-villages': { lo: 'ຕ້ອງໂທຫາບ້ານ', en: 'Villages must be called' },
  'still-to-call': { lo: 'ຍັງຕ້ອງໂທຫາບ້ານ', en: 'Villages must still be called' },
  expiring: { lo: 'ໃກ້ໝົດເວລາ', en: 'It ends soon' },
  'not-ended': { lo: 'ຍັງບໍ່ໄດ້ບອກວ່າພົ້ນອັນຕະລາຍ', en: 'Nobody has ended it' },
  'account-stopped': { lo: 'SMS ທັງໝົດຖືກຢຸດ', en: 'Every SMS was stopped' },
  'account-resumed': { lo: 'SMS ສົ່ງໄດ້ອີກ', en: 'SMS go out again' },
}
