import type { Reach } from '../../../shared/domain/alert.ts'
import type { RecipientCounts } from '../../../shared/domain/district-summary.ts'
import type { SmsRate } from '../../../shared/domain/estimate-finish.ts'
import { languageFor, type Texts } from '../../../shared/domain/render-text.ts'
import { languages, type Language } from '../../../shared/domain/village.ts'

/** People by the language that they are written to in, and those who would not get their own. */
export const countByLanguage = (counts: RecipientCounts, texts: Texts) => {
  const reached = new Map<Language, number>()
  const withoutText: { language: Language; recipients: number }[] = []
  for (const own of languages) {
    const recipients = counts[own] ?? 0
    if (recipients === 0) continue
    const { language, fallback } = languageFor(own, texts)
    reached.set(language, (reached.get(language) ?? 0) + recipients)
    if (fallback) withoutText.push({ language: own, recipients })
  }
  return { reached, withoutText }
}

/** Minutes to send so many at the account's rate, to a tenth; null where the rate is unlimited. */
const minutesFor = (slots: number, { perSecond }: SmsRate): number | null =>
  perSecond === 0 ? null : Math.ceil(slots / perSecond / 6) / 10

/** What so many SMS of so many parts together cost in money and time: nothing where they reach nobody. */
export const priceSms = (
  { rate, pricePerPartUsd }: { rate: SmsRate; pricePerPartUsd: number },
  reaches: Reach,
  { recipients, parts }: { recipients: number; parts: number },
) => ({
  recipients,
  parts,
  costUsd: reaches === 'nobody' ? 0 : Math.round(parts * pricePerPartUsd * 100) / 100,
  minutes: reaches === 'nobody' ? 0 : minutesFor(rate.counts === 'parts' ? parts : recipients, rate),
})
