import type { Language } from './village.ts'

/** What is said to people, in every language that they may have chosen. */
export type Words = Readonly<Record<Language, string>>

/**
 * Words that Siang itself puts before people. `laoReviewedBy` names who of the language read the Lao wording and
 * when; null is unreviewed. Every Lao word of this file is unreviewed so far.
 */
export type Wording = Words & { readonly laoReviewedBy: string | null }

/** Stands at start and end of every text that is not an actual alert. */
export const modeWords: Readonly<Record<'exercise' | 'test', Wording>> = {
  exercise: { en: 'EXERCISE', lo: 'ຝຶກຊ້ອມ', laoReviewedBy: null },
  test: { en: 'TEST', lo: 'ທົດລອງ', laoReviewedBy: null },
}

/** Warnings of the preview; `{…}` are filled in by the caller. */
export const textWarnings = {
  'too-many-parts': {
    en: 'The text takes {parts} parts and at most {most} are allowed: it cannot be issued like this.',
    lo: 'ຂໍ້ຄວາມນີ້ມີ {parts} ສ່ວນ, ອະນຸຍາດບໍ່ເກີນ {most} ສ່ວນ: ບໍ່ສາມາດສົ່ງໄດ້.',
    laoReviewedBy: null,
  },
  'language-without-text': {
    en: '{recipients} people would get the text in another language: write one in theirs.',
    lo: '{recipients} ຄົນຈະໄດ້ຮັບຂໍ້ຄວາມໃນພາສາອື່ນ: ກະລຸນາຂຽນໃນພາສາຂອງເຂົາເຈົ້າ.',
    laoReviewedBy: null,
  },
  'one-more-part': {
    en: 'A phone network that keeps letters whole needs {parts} parts for this text: shorten it a little.',
    lo: 'ເຄືອຂ່າຍທີ່ບໍ່ຕັດຕົວອັກສອນຈະໃຊ້ {parts} ສ່ວນ: ກະລຸນາຫຍໍ້ຂໍ້ຄວາມເລັກນ້ອຍ.',
    laoReviewedBy: null,
  },
  'costly-characters': {
    en: 'Some characters (curly quotes, long dashes and the like) double the parts: write plain ones.',
    lo: 'ບາງຕົວອັກສອນ (ວົງຢືມໂຄ້ງ, ຂີດຍາວ ແລະ ອື່ນໆ) ເຮັດໃຫ້ຈຳນວນສ່ວນເພີ່ມເປັນສອງເທົ່າ: ກະລຸນາໃຊ້ແບບທຳມະດາ.',
    laoReviewedBy: null,
  },
  'two-parts-to-evacuate': {
    en: 'An evacuation should fit in 1 part; this has {parts}.',
    lo: 'ຂໍ້ຄວາມຍົກຍ້າຍຄວນມີ 1 ສ່ວນ; ຂໍ້ຄວາມນີ້ມີ {parts} ສ່ວນ.',
    laoReviewedBy: null,
  },
  'reply-asked': {
    en: 'The text asks for a reply, and nobody would receive one: give the phone number of the district desk instead.',
    lo: 'ຂໍ້ຄວາມຂໍໃຫ້ຕອບກັບ ແຕ່ບໍ່ມີໃຜໄດ້ຮັບ: ກະລຸນາໃສ່ເບີຫ້ອງການເມືອງແທນ.',
    laoReviewedBy: null,
  },
} as const satisfies Record<string, Wording>

/** Fills `{name}` slots in. */
export const fillWording = (
  wording: Words,
  slots: Readonly<Record<string, string | number>>,
): Record<Language, string> => {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole))
  return { en: fill(wording.en), lo: fill(wording.lo) }
}
