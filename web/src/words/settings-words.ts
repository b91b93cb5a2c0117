import type { Words } from './language.ts'

/** Words of the settings of this device. Lao wording unreviewed. */
export const settingsWords = {
  title: { lo: 'ການຕັ້ງຄ່າ', en: 'Settings' },
  language: { lo: 'ພາສາ', en: 'Language' },
  session: { lo: 'ການເຂົ້າສູ່ລະບົບ', en: 'Signing in' },
  remember: { lo: 'ຈື່ຂ້ອຍໄວ້ໃນເຄື່ອງນີ້', en: 'Remember me on this device' },
  remembered: {
    lo: 'ເຄື່ອງນີ້ຈື່ທ່ານໄວ້. ຖ້າຄົນອື່ນໃຊ້ເຄື່ອງນີ້ນຳ, ໃຫ້ປິດ.',
    en: 'This device remembers you. Switch it off where others use the device too.',
  },
  notRemembered: {
    lo: 'ເຄື່ອງນີ້ລືມທ່ານ ເມື່ອປິດໜ້ານີ້.',
    en: 'This device forgets you once the page is closed.',
  },
  drafts: { lo: 'ຮ່າງທີ່ເກັບໄວ້ໃນເຄື່ອງນີ້', en: 'Drafts kept on this device' },
  noDrafts: { lo: 'ບໍ່ມີຮ່າງ.', en: 'There are none.' },
  newDraft: { lo: 'ຄຳເຕືອນໃໝ່', en: 'New alert' },
  schedule: { lo: 'ຕາຕະລາງສົ່ງ', en: 'A schedule' },
  editedDraft: { lo: 'ການແກ້ໄຂຂອງຄຳເຕືອນ', en: 'Changes to an alert' },
  draftOf: { lo: '{what}, {time}', en: '{what}, {time}' },
  goOn: { lo: 'ເຮັດຕໍ່: {what}', en: 'Go on: {what}' },
  discard: { lo: 'ຖິ້ມ: {what}', en: 'Discard: {what}' },
  ofAnother: { lo: 'ຂອງຄົນອື່ນ', en: 'of another person' },
  kept: { lo: 'ສິ່ງທີ່ເກັບໄວ້', en: 'What is kept here' },
  lists: {
    lo: '{n} ລາຍການ ໄວ້ອ່ານຕອນບໍ່ມີສັນຍານ; ລືມເມື່ອອອກຈາກລະບົບ.',
    en: '{n} lists to be read without a connection; forgotten when you sign out.',
  },
  reaches: { lo: 'ເຂດທີ່ບັນທຶກໄວ້: {n}', en: 'Saved reaches: {n}' },
  forget: { lo: 'ລືມທຸກຢ່າງໃນເຄື່ອງນີ້', en: 'Forget everything on this device' },
  forgetWhat: {
    lo: 'ຮ່າງ, ເຂດທີ່ບັນທຶກໄວ້ ແລະ ລາຍການຈະຫາຍໄປ, ແລະ ທ່ານຈະອອກຈາກລະບົບ. ສິ່ງທີ່ສົ່ງແລ້ວບໍ່ຫາຍ.',
    en: 'Drafts, saved reaches and lists are gone, and you are signed out. What was sent is not lost.',
  },
  forgetYes: { lo: 'ແມ່ນ, ລືມທັງໝົດ', en: 'Yes, forget everything' },
  about: { lo: 'ກ່ຽວກັບ Siang ນີ້', en: 'About this Siang' },
  stage: { lo: 'ບ່ອນໃຊ້', en: 'Stage' },
  version: { lo: 'ສະບັບ', en: 'Version' },
  unknown: { lo: 'ບໍ່ຮູ້: ບໍ່ມີສັນຍານ', en: 'not known: no connection' },
  docs: { lo: 'ເອກະສານ', en: 'Documents' },
  api: { lo: 'API (OpenAPI)', en: 'The API (OpenAPI)' },
  feed: { lo: 'ຄຳເຕືອນສາທາລະນະ (CAP)', en: 'Public alerts (CAP feed)' },
  unreviewed: {
    lo: 'ຄຳພາສາລາວຂອງໜ້າຈໍນີ້ ຍັງບໍ່ມີໃຜກວດ.',
    en: 'Nobody has reviewed the Lao words of this console yet.',
  },
} as const satisfies Record<string, Words>

/** What each stage is for. Lao wording unreviewed. */
export const stageWords: Readonly<Record<string, Words>> = {
  local: { lo: 'ສາທິດໃນເຄື່ອງດຽວ: ບໍ່ມີ SMS ແທ້', en: 'demonstration on one machine: no real SMS' },
  test: { lo: 'ສຳລັບການທົດສອບ: ບໍ່ມີ SMS ແທ້', en: 'for tests: no real SMS' },
  dev: { lo: 'ທົດລອງ', en: 'for trying things' },
  prod: { lo: 'ຂອງແທ້: SMS ຮອດບ້ານ', en: 'in earnest: SMS reach villages' },
}
