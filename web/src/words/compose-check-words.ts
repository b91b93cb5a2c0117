import type { AnswerOf } from '../api/routes.ts'
import type { Words } from './language.ts'

type Part = AnswerOf<'POST /v1/compose'>['texts'][number]['content']['missing'][number]

/** What an alert comes to, and the page on which it is read once more. Lao wording unreviewed. */
export const checkWords = {
  figures: { lo: 'ຄຳເຕືອນນີ້ໄປຫາໃຜ', en: 'What this comes to' },
  reach: {
    lo: '{people} ຄົນ, {villages} ບ້ານ, {parts} SMS, ປະມານ {usd} USD',
    en: 'People: {people}. Villages: {villages}. SMS: {parts}, about {usd} USD',
  },
  minutes: { lo: 'ສົ່ງໝົດໃນປະມານ {n} ນາທີ', en: 'Handed over in about {n} min' },
  roster: {
    lo: '{n} ຈາກ {all} ບ້ານຢູ່ໃນລາຍຊື່: ບ້ານອື່ນບໍ່ມີໃຜໄດ້ຮັບ',
    en: '{n} of {all} villages on the roster: nobody in the others gets an SMS',
  },
  withoutPhone: { lo: '{n} ບ້ານບໍ່ມີເບີໂທ: ສົ່ງຄົນໄປ', en: 'Villages without a phone: {n}. Send someone.' },
  withoutSafePlace: { lo: '{n} ບ້ານບໍ່ຮູ້ບ່ອນປອດໄພ', en: 'Villages without a safe place on the roster: {n}' },
  noDesk: {
    lo: '{name} ບໍ່ມີເບີຫ້ອງການ: ຜູ້ດູແລຕ້ອງໃສ່ກ່ອນ.',
    en: '{name} has no desk number: an admin has to set it first.',
  },
  old: { lo: 'ຕົວເລກເກົ່າ: ກຳລັງຄິດໄລ່ໃໝ່…', en: 'Old figures: counting anew…' },
  oldFailed: { lo: 'ຕົວເລກເກົ່າ, ກ່ອນການປ່ຽນຄັ້ງສຸດທ້າຍ.', en: 'Old figures, from before the last change.' },
  counting: { lo: 'ກຳລັງຄິດໄລ່…', en: 'Counting…' },
  missing: {
    lo: 'ບໍ່ມີສັນຍານ: ຍັງບໍ່ຮູ້ຈຳນວນຄົນ, SMS, ລາຄາ ແລະ ເວລາ.',
    en: 'No connection: people, SMS, price and minutes are not known.',
  },
  parts: { lo: '{parts} SMS ຕໍ່ຄົນ, {units} ຕົວ', en: '{parts} SMS each, {units} characters' },
  asIn: { lo: 'ດັ່ງທີ່ {name} ໄດ້ຮັບ', en: 'as {name} gets it' },
  lacks: { lo: 'ຂໍ້ຄວາມບໍ່ໄດ້ບອກ: {what}', en: 'The text does not say: {what}' },
  complete: {
    lo: 'ບອກຄົບ: ໃຜ, ໄພ, ບ່ອນ, ເຮັດຫຍັງ, ເວລາ',
    en: 'Says who, what danger, where, what to do, by when',
  },
  spell: { lo: 'ຂຽນ «{to}» ແທນ «{from}»: ສັ້ນລົງ {n}', en: 'Write “{to}” for “{from}”: {n} shorter' },
  spellAll: { lo: 'ໃຊ້ທັງໝົດ: ໜ້ອຍລົງ {n} SMS', en: 'Take all: {n} SMS fewer each' },
  save: { lo: 'ຕັດ {n} ຕົວ ຈຶ່ງເປັນ {parts} SMS', en: '{n} characters less make it {parts} SMS' },
  script: { lo: 'ອ່ານຜ່ານໂທລະໂຄ່ງ', en: 'To be read over the loudspeaker' },
  unreviewed: {
    lo: 'ຍັງບໍ່ມີໃຜກວດຄຳຂອງແມ່ແບບນີ້ ({languages}).',
    en: 'Nobody has approved the words of this template yet ({languages}).',
  },
  lo: { lo: 'ລາວ', en: 'Lao' },
  en: { lo: 'ອັງກິດ', en: 'English' },
  title: { lo: 'ກວດຄືນກ່ອນສົ່ງ', en: 'Check before you send' },
  what: { lo: 'ໄພ', en: 'Danger' },
  where: { lo: 'ບ້ານ', en: 'Villages' },
  who: { lo: 'ຜູ້ຮັບ', en: 'Who gets it' },
  text: { lo: 'ຂໍ້ຄວາມ', en: 'Text' },
  when: { lo: 'ເວລາ', en: 'When' },
  now: { lo: 'ດຽວນີ້', en: 'now' },
  change: { lo: 'ປ່ຽນ', en: 'Change' },
  changeWhat: { lo: 'ປ່ຽນ {what}', en: 'Change {what}' },
  many: {
    lo: 'ໄປຫາ {people} ຄົນ. ກວດເຂດ ແລະ ຂໍ້ຄວາມອີກຄັ້ງ.',
    en: 'This goes to {people} people. Read areas and text once more.',
  },
  decides: {
    lo: 'ຖ້າຕ້ອງມີຄົນທີສອງອະນຸມັດ, ເຂົາຈະໄດ້ຮັບ. ຖ້າບໍ່ຕ້ອງ, SMS ຈະອອກທັນທີ.',
    en: 'Where a second person has to agree, it is handed to them. Where nobody has to, the SMS go out at once.',
  },
  submit: { lo: 'ສົ່ງ: {people} ຄົນ', en: 'Submit for {people} people' },
  submitUnknown: { lo: 'ສົ່ງ', en: 'Submit' },
  toMend: { lo: 'ຍັງບໍ່ຄົບ. ກັບໄປແກ້ໄຂ.', en: 'Something is missing. Go back and mend it.' },
  back: { lo: 'ກັບໄປແກ້ໄຂ', en: 'Go back and change' },
  nothingSent: { lo: 'ບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Nothing was sent.' },
  seeLive: { lo: 'ເບິ່ງຄຳເຕືອນ #{number}', en: 'See alert #{number}' },
  seeIt: { lo: 'ເບິ່ງຄຳເຕືອນ', en: 'See the alert' },
  overLimit: { lo: 'ເຫດຜົນ', en: 'Reason' },
  allTheSame: { lo: 'ສົ່ງພ້ອມເຫດຜົນນີ້', en: 'Submit with this reason' },
  rehearsal: {
    lo: 'ຊ້ອມເທົ່ານັ້ນ: ບໍ່ມີໂທລະສັບໃດໄດ້ຮັບ SMS.',
    en: 'A rehearsal: no phone gets an SMS.',
  },
  overMonth: {
    lo: 'ໄດ້ຮັບຂໍ້ຄວາມຂອງເດືອນນີ້ແລ້ວ: {names}',
    en: 'Had their messages of this month: {names}',
  },
  sendBoth: { lo: 'ສົ່ງທັງສອງ', en: 'Send both' },
} as const satisfies Record<string, Words>

/** The five things that a text should say. Lao wording unreviewed. */
export const partWords: Readonly<Record<Part, Words>> = {
  source: { lo: 'ໃຜເຕືອນ', en: 'who warns' },
  hazard: { lo: 'ໄພຫຍັງ', en: 'what danger' },
  place: { lo: 'ບ່ອນໃດ', en: 'where' },
  action: { lo: 'ຕ້ອງເຮັດຫຍັງ', en: 'what to do' },
  time: { lo: 'ເວລາໃດ', en: 'by when' },
}

/** Why the API refused, in words; other codes are told as the API says them. Lao wording unreviewed. */
export const refusalWords: Readonly<Partial<Record<string, Words>>> = {
  'alert-live': {
    lo: 'ມີຄຳເຕືອນ #{number} ຂອງໄພດຽວກັນຢູ່ບ້ານເຫຼົ່ານີ້ແລ້ວ. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'Alert #{number} of the same danger is live in these villages. Nothing was sent.',
  },
  'actual-alert-live': {
    lo: 'ມີຄຳເຕືອນຈິງ #{number} ຢູ່ບ້ານເຫຼົ່ານີ້: ຝຶກຊ້ອມບໍ່ໄດ້. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'The actual alert #{number} is live in these villages: no drill goes out beside it. Nothing was sent.',
  },
  'no-recipients': {
    lo: 'ບາງເຂດບໍ່ມີໃຜຮັບ SMS. ເອົາອອກ ຫຼື ຕື່ມລາຍຊື່ກ່ອນ.',
    en: 'Some of these areas hold nobody who gets SMS. Take them away, or add members to the roster first.',
  },
  'template-unreviewed': {
    lo: 'ຍັງບໍ່ມີໃຜກວດຄຳຂອງແມ່ແບບນີ້: ໃຊ້ຝຶກຊ້ອມ ຫຼື ຂຽນເອງ.',
    en: 'Nobody has approved the words of this template: use a drill, or write the text yourself.',
  },
  'actual-not-allowed': {
    lo: 'ລະບົບນີ້ສົ່ງຄຳເຕືອນຈິງບໍ່ໄດ້: ເລືອກຝຶກຊ້ອມ.',
    en: 'This Siang sends no actual alerts: choose a drill.',
  },
  'edited-meanwhile': {
    lo: 'ຄົນອື່ນແກ້ຮ່າງນີ້ແລ້ວ. ເບິ່ງກ່ອນ.',
    en: 'Somebody else has edited this draft since. Read theirs first.',
  },
  'wrong-state': {
    lo: 'ຄຳເຕືອນນີ້ບໍ່ແມ່ນຮ່າງແລ້ວ. ບໍ່ມີຫຍັງຖືກສົ່ງຊ້ຳ.',
    en: 'This alert is no draft any more. Nothing was sent again.',
  },
  'changed-meanwhile': {
    lo: 'ຮ່າງນີ້ຖືກປ່ຽນແລ້ວ. ກົດອີກຄັ້ງ.',
    en: 'This draft was changed meanwhile. Press again.',
  },
  'monthly-limit': {
    lo: 'ບາງບ້ານໄດ້ຮັບຂໍ້ຄວາມກຽມພ້ອມຂອງເດືອນນີ້ແລ້ວ. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'Some villages had their preparedness messages of this month. Nothing was sent.',
  },
  'budget-exceeded': {
    lo: 'ງົບຂອງເດືອນນີ້ເຫຼືອ {leftParts} SMS, ຕ້ອງການ {neededParts}. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'This month’s budget has {leftParts} SMS left, and {neededParts} are needed. Nothing was sent.',
  },
  'ceiling-reached': {
    lo: 'ທ່ານສົ່ງໄດ້ {ceiling} ຄົນຕໍ່ຊົ່ວໂມງ: ໃຫ້ຄົນອື່ນສົ່ງ. ບໍ່ມີຫຍັງຖືກສົ່ງ.',
    en: 'You may write to {ceiling} people an hour: another officer has to issue this. Nothing was sent.',
  },
  'invalid-request': { lo: 'ບາງຢ່າງຕ້ອງແກ້. ບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Something has to be mended. Nothing was sent.' },
}
