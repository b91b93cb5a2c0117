import { foldLaoDigits } from './lao-text.ts'

export type AreaLevel = 'province' | 'district' | 'village'

type AreaCodeRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'p-code'

export type AreaCodeReading =
  | {
      outcome: 'ok'
      /** 2 digits for a province, 4 for a district, 7 for a village; each begins with its parent's. */
      code: string
      level: AreaLevel
      /** True where a spreadsheet had dropped the leading 0 and it was put back. */
      zeroRestored: boolean
    }
  | { outcome: 'refused'; reason: AreaCodeRefusal }

/**
 * Reads an area's code from a spreadsheet or a form. Only the form is checked, not whether the area exists.
 * `LA01` is refused, because two numberings use it for different provinces.
 */
export function parseAreaCode(text: string): AreaCodeReading {
  const visible = foldLaoDigits(text.slice(0, 100).normalize('NFKC')).replaceAll(/[\s\p{Cf}]/gu, '')
  const written = visible.replace(/^'/, '').replace(/^(\d+)\.0+$/, '$1')
  if (written === '') return { outcome: 'refused', reason: 'empty' }
  if (/^LA\.?\d+$/i.test(written)) return { outcome: 'refused', reason: 'p-code' }
  if (!/^\d+$/.test(written)) return { outcome: 'refused', reason: 'not-digits' }
  const zeroRestored = written.length === 1 || written.length === 3 || written.length === 6
  const code = zeroRestored ? `0${written}` : written
  const level = levelOfLength(code.length)
  return level === undefined
    ? { outcome: 'refused', reason: 'wrong-length' }
    : { outcome: 'ok', code, level, zeroRestored }
}

/** Whether a text is an area's code exactly as it is stored. */
export function isAreaCode(text: string): boolean {
  return /^\d+$/.test(text) && levelOfLength(text.length) !== undefined
}

/** Throws RangeError where the text is no area code. */
export function areaLevel(code: string): AreaLevel {
  const level = isAreaCode(code) ? levelOfLength(code.length) : undefined
  if (level === undefined) throw new RangeError('Not an area code')
  return level
}

/** The code of the province in which an area lies; a province lies in itself. */
export function provinceOf(code: string): string {
  areaLevel(code)
  return code.slice(0, 2)
}

/** The code of the district in which a village lies, or of the district itself. Throws RangeError for a province. */
export function districtOf(code: string): string {
  if (areaLevel(code) === 'province') throw new RangeError('A province lies in no district')
  return code.slice(0, 4)
}

/** The code of the next area above; nothing lies above a province. */
export function parentOf(code: string): string | undefined {
  const level = areaLevel(code)
  if (level === 'province') return undefined
  return level === 'district' ? provinceOf(code) : districtOf(code)
}

/** Whether `code` is the area or lies in it. False where either is no area code. */
export function covers(area: string, code: string): boolean {
  return isAreaCode(area) && isAreaCode(code) && code.startsWith(area)
}

/** The OCHA P-code: LA1301 for 1301. */
export function pCode(code: string): string {
  areaLevel(code)
  return `LA${code}`
}

/** The fewest of these codes that cover the same areas: sorted, each once, none inside another. */
export function normaliseAreas(codes: readonly string[]): string[] {
  const kept: string[] = []
  for (const code of codes.toSorted()) {
    const last = kept.at(-1)
    if (last === undefined || (last !== code && !covers(last, code))) kept.push(code)
  }
  return kept
}

function levelOfLength(length: number): AreaLevel | undefined {
  switch (length) {
    case 2:
      return 'province'
    case 4:
      return 'district'
    case 7:
      return 'village'
    default:
      return undefined
  }
}
