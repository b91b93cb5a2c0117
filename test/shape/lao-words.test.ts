import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The Lao word of each thing, and how else it was called before: who reads two words looks for two things. */
const instead: readonly [what: string, said: string, notSaid: RegExp][] = [
  ['an alert', 'ຄຳເຕືອນ', /ການເຕືອນ(?!ໄພ)|ແຈ້ງເຕືອນ(?!ໄພ)/u],
  ['an actual alert', 'ຄຳເຕືອນຈິງ', /ຕົວຈິງ/u],
  ['to evacuate', 'ຍົກຍ້າຍ', /ອົບພະຍົບ/u],
  ['a flash flood', 'ນ້ຳຖ້ວມຊຸ', /ນ້ຳປ່າ/u],
  ['a dam release', 'ປ່ອຍນ້ຳເຂື່ອນ', /ເຂື່ອນປ່ອຍນ້ຳ/u],
  ['an update', 'ແຈ້ງເພີ່ມ', /ປັບປຸງ/u],
  ['to submit', 'ສະເໜີ', /ສົ່ງໃຫ້ກວດ|ຍື່ນ/u],
  ['the second person', 'ຄົນທີສອງ', /ຜູ້ທີສອງ/u],
  ['an officer', 'ເຈົ້າໜ້າທີ່', /ເຈົ້າບົດບາດ/u],
  ['an admin', 'ຜູ້ດູແລ', /ຜູ້ຄຸ້ມຄອງ/u],
  ['a committee', 'ຄະນະກຳມະການ', /ຄະນະ(?!ກຳມະການ)/u],
  ['quiet hours', 'ຊົ່ວໂມງງຽບ', /ໂມງພັກຜ່ອນ/u],
  ['a schedule', 'ຕາຕະລາງສົ່ງ', /ກຳນົດການ|ກຳນົດສົ່ງ/u],
  ['a file', 'ໄຟລ໌', /ຟາຍ/u],
  ['the roster', 'ບັນຊີ', /ໃນລາຍຊື່(?!ໂທ)/u],
  ['the number of the district desk', 'ເບີຫ້ອງການເມືອງ', /ເບີ(?:ໂທ)?ຂອງເມືອງ/u],
  ['a number that fails', 'ເບີໃຊ້ບໍ່ໄດ້', /ເບີມີບັນຫາ/u],
  ['a connection', 'ສັນຍານ', /ອິນເຕີເນັດ/u],
]

/** Lao of examples, of what is understood in files, and of what rules look for in a text. */
const noWording =
  /(?:examples|header-words|value-words|check-content|find-text-warnings|lao-text|text-offers)\.ts$|laos-/
const root = join(import.meta.dirname, '../..')
const files = globSync('{shared,functions,local,web/src}/**/*.{ts,tsx}', { cwd: root })
  .concat('docs/officers-guide.lo.md')
  .filter((file) => !noWording.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => /\p{Script=Lao}/u.test(text))

describe('the Lao of Siang', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it.each(instead)('has one word for %s: %s', (_what, said, notSaid) => {
    expect(files.some(({ text }) => text.includes(said))).toBe(true)
    expect(files.filter(({ text }) => notSaid.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('has digits 0 to 9 alone, and letters as they are typed', () => {
    const strange = /[\u0ed0-\u0ed9\u200b-\u200f\ufeff]|\u0ecd[\u0ec8-\u0ecb]?\u0eb2|ຫ[ນມ]|ເເ/u

    expect(files.filter(({ text }) => strange.test(text)).map(({ file }) => file)).toEqual([])
  })
})

/** A text in both languages, wherever it stands in a catalogue. */
const pairsOf = (given: unknown): { lo: string; en: string }[] => {
  if (typeof given !== 'object' || given === null) return []
  const { lo, en }: { lo?: unknown; en?: unknown } = given
  if (typeof lo === 'string' && typeof en === 'string') return [{ lo, en }]
  return Object.values(given).flatMap((inner) => pairsOf(inner))
}

const filledIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot).toSorted()
const figuresIn = (text: string): string[] =>
  [...text.replaceAll(/\{\w+\}/g, '').matchAll(/\d+/g)].map(([figure]) => figure).toSorted()

describe('a catalogue', async () => {
  const catalogues = globSync('{web/src/words,shared/domain/**}/*-{words,labels,messages}.ts', { cwd: root })
  const loaded = await Promise.all(
    catalogues.map(async (file): Promise<[string, unknown]> => [file, await import(join(root, file))]),
  )

  it.each(loaded)('%s fills in the same and names the same figures in both languages', (_file, catalogue) => {
    const pairs = pairsOf(catalogue)

    expect(pairs.map(({ lo }) => filledIn(lo))).toEqual(pairs.map(({ en }) => filledIn(en)))
    expect(pairs.map(({ lo }) => figuresIn(lo))).toEqual(pairs.map(({ en }) => figuresIn(en)))
  })
})
