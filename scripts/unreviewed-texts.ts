import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A wording that no named reader of its language has approved. `key` is `*` where a file is one catalogue of its own. */
type UnreviewedText = { catalogue: string; language: string; key: string }

const root = join(import.meta.dirname, '..')

/** Lao letters that are no wording of Siang: examples, official names, letters that rules look for. */
const noWording = new Set([
  'shared/contracts/openapi/examples.ts',
  'shared/domain/laos-areas.ts',
  'shared/domain/laos-districts.ts',
  'shared/domain/lao-text.ts',
  'shared/domain/text-offers.ts',
])

/** Files whose catalogues can be read one by one: they do nothing when they are loaded. */
const isReadable = (path: string): boolean => path.startsWith('shared/') || path === 'local/phones/texts.ts'

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype ||
    Object.getPrototypeOf(value) === null ||
    Reflect.get(value, Symbol.toStringTag) === 'Module')

const isNamed = (review: unknown): boolean =>
  (typeof review === 'string' && review !== '') || (isPlain(review) && typeof review['by'] === 'string')

/** What a pair of wordings, or one language's wording, says of its review; undefined where it is neither. */
const languagesOf = (value: Record<string, unknown>): string[] | undefined => {
  if ('en' in value && 'lo' in value && !isPlain(value['lo'])) {
    return isNamed(value['laoReviewedBy']) ? [] : ['lo']
  }
  const inLanguages = (['lo', 'en'] as const).filter((language) => {
    const wording = value[language]
    return isPlain(wording) && ('review' in wording || 'reviewed' in wording)
  })
  if (inLanguages.length === 0) return undefined
  return inLanguages.filter((language) => {
    const wording = value[language]
    return isPlain(wording) && wording['reviewed'] !== true && !isNamed(wording['review'])
  })
}

const walk = (given: unknown, path: readonly string[]): { language: string; key: string }[] | undefined => {
  const value: unknown = Array.isArray(given) ? Object.fromEntries(given.entries()) : given
  if (!isPlain(value)) return undefined
  const own = languagesOf(value)
  if (own !== undefined) return own.map((language) => ({ language, key: path.join('.') }))
  const found = Object.entries(value).map(([name, inner]) => {
    const id = isPlain(inner) && typeof inner['id'] === 'string' ? inner['id'] : name
    return walk(inner, [...path, id])
  })
  return found.every((entries) => entries === undefined)
    ? undefined
    : found.flatMap((entries) => entries ?? [])
}

const readCatalogue = async (path: string): Promise<UnreviewedText[]> => {
  const module: unknown = isReadable(path) ? await import(join(root, path)) : undefined
  const found = walk(isPlain(module) ? { ...module } : undefined, [])
  // Words that stand in no exported catalogue: the whole file waits for its reader.
  return (found ?? [{ language: 'lo', key: '*' }]).map((entry) => ({ catalogue: path, ...entry }))
}

/** Every unreviewed wording of the project, by file. A file with Lao words is found by its letters, so none is forgotten. */
export const listUnreviewedTexts = async (): Promise<UnreviewedText[]> => {
  const files = globSync('{shared,functions,local}/**/*.ts', { cwd: root })
    .filter((path) => !noWording.has(path))
    .filter((path) => /\p{Script=Lao}/u.test(readFileSync(join(root, path), 'utf8')))
    .toSorted()
  return (await Promise.all(files.map(readCatalogue))).flat()
}
