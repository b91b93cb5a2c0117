import { localTime } from '../render-text.ts'
import type { Language } from '../village.ts'
import { modeWords, type Wording } from '../wording.ts'

/** What a test SMS says between the words that mark it as a test. It asks for no reply. Lao wording unreviewed. */
export const testSmsText: Wording = {
  en: 'Siang: this is only a test. Nothing has happened. The office will ask you whether you could read it.',
  lo: 'ນີ້ເປັນພຽງການທົດລອງ. ບໍ່ມີຫຍັງເກີດຂຶ້ນ. ຫ້ອງການຈະຖາມວ່າທ່ານອ່ານໄດ້ບໍ່.',
  laoReviewedBy: null,
}

/** A test SMS as phones show it, with its time. */
export const testSmsTexts = (nowMs: number): Record<Language, string> => {
  const textIn = (language: Language): string => {
    const word = modeWords.test[language]
    return `${word}: ${testSmsText[language]} ${localTime(nowMs)} ${word}`.normalize('NFC')
  }
  return { en: textIn('en'), lo: textIn('lo') }
}
