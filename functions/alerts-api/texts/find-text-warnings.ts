import type * as z from 'zod'
import type { textPreview, textWarning } from '../../../shared/contracts/alerts.ts'
import { maxPartsPerSms } from '../../../shared/domain/alert.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { gsm7Offenders } from '../../../shared/domain/sms-parts.ts'
import type { Language } from '../../../shared/domain/village.ts'
import { fillWording, textWarnings } from '../../../shared/domain/wording.ts'

type TextPreview = z.input<typeof textPreview>
type TextWarning = z.input<typeof textWarning>

/** More than so many characters outside GSM-7 are a script of its own, not a slip. */
const mostSlips = 10

/** No route for replies is configured in this stage of Siang, so no text may ask for one. */
const asksForReply = /\breply\b|ຕອບ\s*\d|ຕອບກັບ/i

const warn = (
  code: TextWarning['code'],
  language: Language,
  slots: Readonly<Record<string, string | number>> = {},
): TextWarning => ({ code, language, message: fillWording(textWarnings[code], slots) })

/** What an officer should look at again in one language's text. */
const ofText = (text: TextPreview, level: Level): TextWarning[] => {
  const found: TextWarning[] = []
  if (text.parts > maxPartsPerSms) {
    found.push(warn('too-many-parts', text.language, { parts: text.parts, most: maxPartsPerSms }))
  }
  if (text.graphemeSafeParts > text.parts) {
    found.push(warn('one-more-part', text.language, { parts: text.graphemeSafeParts }))
  }
  const slips = text.encoding === 'UCS-2' ? gsm7Offenders(text.rendered).length : 0
  if (slips > 0 && slips <= mostSlips) found.push(warn('costly-characters', text.language))
  if (level === 'evacuate' && text.parts > 1) {
    found.push(warn('two-parts-to-evacuate', text.language, { parts: text.parts }))
  }
  if (asksForReply.test(text.rendered)) found.push(warn('reply-asked', text.language))
  return found
}

/** Warnings about all texts, and about people who would get none in their own language. */
export const findTextWarnings = (
  texts: readonly TextPreview[],
  withoutText: readonly { language: Language; recipients: number }[],
  level: Level,
): TextWarning[] => [
  ...withoutText.map(({ language, recipients }) => warn('language-without-text', language, { recipients })),
  ...texts.flatMap((text) => ofText(text, level)),
]
