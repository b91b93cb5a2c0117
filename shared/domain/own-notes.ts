import type { ResendableState } from './resend.ts'
import type { OwnReason } from './version.ts'
import { fillWording, type Wording, type Words } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** Why Siang itself ended what was not sent. Lao wording unreviewed. */
const reasonWords: Readonly<Record<OwnReason, Wording>> = {
  'time-over': unreviewed('Its time was over.', 'ໝົດອາຍຸກ່ອນຖືກສົ່ງ.'),
  'alert-cancelled': unreviewed('The alert was cancelled.', 'ຄຳເຕືອນຖືກຍົກເລີກ.'),
}

/** To whom it was sent again. Lao wording unreviewed. */
const resentWords: Readonly<Record<ResendableState, Wording>> = {
  rejected: unreviewed('who was refused', 'ຜູ້ທີ່ຖືກປະຕິເສດ'),
  undelivered: unreviewed('whom it did not reach', 'ຜູ້ທີ່ບໍ່ຮອດ'),
  'in-doubt': unreviewed('who is in doubt', 'ຜູ້ທີ່ບໍ່ແນ່ໃຈ'),
}

/** What Siang itself keeps beside a step of a version: why it was taken, or what was sent again. */
type OwnNote = { because?: OwnReason | undefined; states?: readonly ResendableState[] | undefined }

/** The note in both languages; undefined where Siang kept none. What a person said stands as they said it, not here. */
export const sayOwnNote = ({ because, states }: OwnNote): Words | undefined => {
  if (because !== undefined) return fillWording(reasonWords[because], {})
  if (states === undefined) return undefined
  const inLanguage = (language: keyof Words): string =>
    states.map((state) => resentWords[state][language]).join(', ')
  return { en: inLanguage('en'), lo: inLanguage('lo') }
}
