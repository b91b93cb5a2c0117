import { maxPartsPerSms } from './alert.ts'
import { countSmsParts } from './sms-parts.ts'
import type { Texts } from './render-text.ts'
import { languages } from './village.ts'

/** The account's rate as a stage sets it; 0 is unlimited. Some routes count each part of a long SMS. */
export type SmsRate = { perSecond: number; counts: 'messages' | 'parts' }

/** How many slots of the rate the longest of these texts takes. */
export const slotsPerSms = (texts: Texts, { counts }: SmsRate): number => {
  if (counts === 'messages') return 1
  const parts = languages.flatMap((language) => {
    const text = texts[language]
    return text === undefined ? [] : [countSmsParts(text).parts]
  })
  return parts.length === 0 ? maxPartsPerSms : Math.max(...parts)
}

/**
 * When so many SMS will have been handed over if nothing else is sent first: from the account's next free slot on, at
 * its rate. Epoch milliseconds; undefined where nothing waits or the rate is unlimited.
 */
export const estimateFinish = (
  waiting: number,
  slotsEach: number,
  rate: SmsRate,
  nextFreeAtMs: number,
  nowMs: number,
): number | undefined =>
  waiting === 0 || rate.perSecond === 0
    ? undefined
    : Math.max(nowMs, nextFreeAtMs) + Math.ceil((waiting * slotsEach * 1000) / rate.perSecond)
