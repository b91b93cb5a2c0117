import { maxPartsPerSms, type AlertMode } from '../../shared/domain/alert.ts'
import { renderTexts, type Stamp, type Texts } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { languages } from '../../shared/domain/village.ts'
import type { FieldError } from '../../shared/errors.ts'

/** The widest stamp there can be, to check and price a text before it has its number. */
export const widestStamp = (nowMs: number): Stamp => ({ number: 9999, version: 99, issuedAtMs: nowMs })

/** Texts that would take more parts than an SMS may have; never a word of the text itself. */
export const findTextFaults = (texts: Texts, mode: AlertMode, stamp: Stamp): FieldError[] => {
  const rendered = renderTexts(texts, mode, stamp)
  return languages.flatMap((language) => {
    const { parts, units, encoding } = countSmsParts(rendered[language] ?? '')
    if (parts <= maxPartsPerSms) return []
    const perPart = encoding === 'GSM-7' ? 153 : 67
    return [
      {
        path: `body.texts.${language}`,
        message: `Takes ${parts} parts with number and time; at most ${maxPartsPerSms} are allowed. Shorten it by ${units - maxPartsPerSms * perPart} characters.`,
      },
    ]
  })
}
