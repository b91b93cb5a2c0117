import type { Words } from '../domain/wording.ts'

const laoOf = new Map<string, string>()

/**
 * What a schema says of a fault, in both languages: `z.string().regex(…, said(english, lao))`. zod carries one
 * string, the English one; `wordsSaid` finds the Lao of it again.
 */
export const said = (en: string, lo: string): string => {
  laoOf.set(en, lo)
  return en
}

/** Both languages of what a schema said; undefined where zod itself said it. */
export const wordsSaid = (en: string): Words | undefined => {
  const lo = laoOf.get(en)
  return lo === undefined ? undefined : { en, lo }
}
