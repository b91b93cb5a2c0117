import type { AnswerOf } from '../api/routes.ts'
import type { Words } from './language.ts'

type Part = AnswerOf<'POST /v1/compose'>['texts'][number]['content']['missing'][number]

/** What an alert comes to, and the page on which it is read once more. Lao wording unreviewed. */
export const checkWords = {
  figures: { lo: 'ຄຳເຕືອນນີ້ໄປຫາໃຜ', en: 'What this comes to' },
  reach: {
    lo: '{people} ຄົນ, {villages} ບ້ານ, {parts} ສ່ວນ SMS, ປະມານ {usd} USD',
    en: 'People: {people}. Villages: {villages}. SMS parts: {parts}, about {usd} USD',
  },
  minutes: { lo: 'ສົ່ງໝົດໃນປະມານ {n} ນາທີ', en: 'Handed over in about {n} min' },
  roster: {
    lo: '{n} ຈາກ {all} ບ້ານຢູ່ໃນບັນຊີ: ບ້ານອື່ນບໍ່ມີໃຜໄດ້ຮັບ',
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
  parts: { lo: '{parts} ສ່ວນ SMS ຕໍ່ຄົນ, {units} ຕົວ', en: '{parts} SMS parts each, {units} characters' },
  asIn: { lo: 'ດັ່ງທີ່ {name} ໄດ້ຮັບ', en: 'as {name} gets it' },
  lacks: { lo: 'ຂໍ້ຄວາມບໍ່ໄດ້ບອກ: {what}', en: 'The text does not say: {what}' },
  complete: {
    lo: 'ບອກຄົບ: ໃຜ, ໄພ, ບ່ອນ, ເຮັດຫຍັງ, ເວລາ',
    en: 'Says who, what danger, where, what to do, by when',
  },
  spell: { lo: 'ຂຽນ «{to}» ແທນ «{from}»: ສັ້ນລົງ {n}', en: 'Write “{to}” for “{from}”: {n} shorter' },
  spellAll: { lo: 'ໃຊ້ທັງໝົດ: ໜ້ອຍລົງ {n} ສ່ວນ SMS', en: 'Take all: {n} SMS parts fewer each' },
  save: { lo: 'ຕັດ {n} ຕົວ ຈຶ່ງເປັນ {parts} ສ່ວນ SMS', en: '{n} characters less make it {parts} SMS parts' },
  script: { lo: 'ອ່ານຜ່ານໂທລະໂຄ່ງ', en: 'To be read over the loudspeaker' },
  unreviewed: {
    lo: 'ຍັງບໍ່ມີໃຜຮັບຮອງຄຳຂອງແມ່ແບບນີ້ ({languages}).',
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
  afterQuiet: { lo: 'ຫຼັງຊົ່ວໂມງງຽບ, {time}', en: 'after quiet hours, {time}' },
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
  second: {
    lo: 'ຄົນທີສອງຕ້ອງອະນຸມັດກ່ອນ SMS ອອກ.',
    en: 'A second person approves it before any SMS goes out.',
  },
  alone: {
    lo: 'ບໍ່ມີໃຜຕ້ອງອະນຸມັດ: ທ່ານກົດແລ້ວ ຂໍ້ຄວາມຈະອອກ.',
    en: 'Nobody has to approve it: once you press, it goes out.',
  },
  submit: { lo: 'ສະເໜີ: {people} ຄົນ', en: 'Submit for {people} people' },
  sendAlone: { lo: 'ສົ່ງຫາ {people} ຄົນ', en: 'Send to {people} people' },
  submitUnknown: { lo: 'ສະເໜີ', en: 'Submit' },
  toMend: { lo: 'ຍັງບໍ່ຄົບ. ກັບໄປແກ້ໄຂ.', en: 'Something is missing. Go back and mend it.' },
  back: { lo: 'ກັບໄປແກ້ໄຂ', en: 'Go back and change' },
  nothingSent: { lo: 'ບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Nothing was sent.' },
  rehearsal: {
    lo: 'ຊ້ອມເທົ່ານັ້ນ: ບໍ່ມີໂທລະສັບໃດໄດ້ຮັບ SMS.',
    en: 'A rehearsal: no phone gets an SMS.',
  },
  overMonth: {
    lo: 'ໄດ້ຮັບຂໍ້ຄວາມຂອງເດືອນນີ້ຄົບແລ້ວ: {names}',
    en: 'Had their messages of this month: {names}',
  },
} as const satisfies Record<string, Words>

/** The five things that a text should say. Lao wording unreviewed. */
export const partWords: Readonly<Record<Part, Words>> = {
  source: { lo: 'ໃຜເຕືອນ', en: 'who warns' },
  hazard: { lo: 'ໄພຫຍັງ', en: 'what danger' },
  place: { lo: 'ບ່ອນໃດ', en: 'where' },
  action: { lo: 'ຕ້ອງເຮັດຫຍັງ', en: 'what to do' },
  time: { lo: 'ເວລາໃດ', en: 'by when' },
}
