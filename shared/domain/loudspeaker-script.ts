import type { AlertMode } from './alert.ts'
import type { Language } from './village.ts'
import { fillWording, modeWords, type Wording } from './wording.ts'

/** How a free text is read out: to be heard, it is said twice. Lao wording unreviewed. */
export const scriptWords: Wording = {
  en: 'Attention, attention. {text} I say it again. {text}',
  lo: 'ຂໍແຈ້ງໃຫ້ຊາວບ້ານຊາບ. {text} ຂໍແຈ້ງອີກຄັ້ງ. {text}',
  laoReviewedBy: null,
}

/** The script of a text that no template stands behind. */
export const scriptOf = (text: string, language: Language): string =>
  fillWording(scriptWords, { text })[language]

/** The mode's word is heard at start and end, as it stands in the SMS. */
export const markScript = (script: string, language: Language, mode: AlertMode): string => {
  if (mode === 'actual') return script
  const word = modeWords[mode][language]
  return `${word}. ${script} ${word}.`
}
