import type { Language } from '../domain/village.ts'

/** What answers are written in; the first one where the caller has no wish that can be met. */
const offered: readonly Language[] = ['en', 'lo']

type Range = { language: string; quality: number }

/** `lo-LA;q=0.8` as its language and quality. What cannot be read counts for nothing. */
const readRange = (text: string): Range => {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1)
  return { language: tag.split('-')[0] ?? '', quality: quality <= 1 ? quality : 0 }
}

/**
 * The language that the caller likes best by their Accept-Language (RFC 9110, 12.5.4), of several that they like alike
 * the one that they name first. A tag is looked up by its language alone (RFC 4647, 3.4): `lo-LA` means Lao.
 */
export const preferLanguage = (acceptLanguage: string | undefined): Language => {
  const ranges = (acceptLanguage ?? '').split(',').map(readRange)
  const named = new Set(ranges.map(({ language }) => language))
  const liked = ranges.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality)
  const meant = liked.map(({ language }) =>
    offered.find((one) => one === language || (language === '*' && !named.has(one))),
  )
  return meant.find((language) => language !== undefined) ?? 'en'
}
