/** Lao digits ໐–໙ as 0–9; all else stays. */
export function foldLaoDigits(text: string): string {
  return text.replaceAll(/[\u0ed0-\u0ed9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
}

/**
 * A text as people typed it, made storable: NFC, no invisible or control characters, single spaces, trimmed.
 * The letters stay as they were chosen; only `searchKey` unifies spellings.
 */
export function cleanText(text: string): string {
  const visible = text.replaceAll(invisible, '').replaceAll(controlButNotSpace, '')
  return visible.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether nothing of a text can be seen. */
export function isBlankText(text: string): boolean {
  return /^[\s\p{Cf}\p{Cc}]*$/u.test(text)
}

/**
 * A key under which spellings of one name meet: letter case, accents, spaces, digits of both scripts, the order
 * of Lao marks, the ways to type ນ້ຳ, ຫນ/ໜ, ຫມ/ໝ, ຫລ/ຫຼ and ເເ/ແ. For comparing only, never to be shown or sent.
 */
export function searchKey(text: string): string {
  const decomposed = foldLaoDigits(text.normalize('NFKD'))
  return decomposed
    .replaceAll(/[\s\p{Cf}\p{Cc}\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replaceAll('ຫນ', 'ໜ')
    .replaceAll('ຫມ', 'ໝ')
    .replaceAll('ຫລ', 'ຫຼ')
    .replaceAll('ເເ', 'ແ')
    .replaceAll(/\p{M}+/gu, inOneOrder)
    .replaceAll('\u0ecd\u0eb2', 'ຳ')
}

/** Also runs on phones of 2020, which lack `toSorted`. */
function inOneOrder(marks: string): string {
  // oxlint-disable-next-line unicorn/no-array-sort -- see above; the array is this line's own
  return [...new Set(marks)].sort().join('')
}

/**
 * Whether a text that should be Lao was typed in one of the fonts from before Unicode (Alice, Saysettha), which
 * drew Lao letters in the places of accented Latin ones: `²¾¦¾ì¾¸`. Also true for Lao decoded as Latin-1.
 * Call it before any cleaning.
 */
export function looksLikeLegacyLaoFont(text: string): boolean {
  if (/\p{Script=Lao}/u.test(text)) return false
  const visibleCount = text.replaceAll(/\s/g, '').length
  const latin1Count = countMatches(text, /[\u00a1-\u00ff]/g)
  const windowsCount = countMatches(text, /[\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/g)
  return latin1Count >= 2 && (latin1Count + windowsCount) * 2 >= visibleCount
}

/**
 * Whether letters were lost on the way: three question marks or more and no letter beside them, or U+FFFD of a failed
 * decoding. `Mr Kham ???` is somebody's doubt, not a loss.
 */
export function looksLikeLostText(text: string): boolean {
  return text.includes('\ufffd') || (countMatches(text, /\?/g) >= 3 && !/\p{L}/u.test(text))
}

/** Zero-width characters, and the direction marks which address books paste along. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const controlButNotSpace = /(?!\s)\p{Cc}/gu

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
