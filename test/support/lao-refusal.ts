import { z } from 'zod'
import type { OpenApiDocument } from '../../shared/contracts/openapi/create-document.ts'
import { problem } from '../../shared/contracts/problem.ts'

/** What is called so in every language: formats, units, headers, and parts of them. */
const namesAlike = [
  'SMS JSON ASCII KB MB URL ETag If-Match LA csv gz application/json true false alert#id yyyy-mm-dd /v1/villages',
]

/** Words in Latin letters; not the T of a time. */
const latinWords = (text: string): string[] => text.match(/(?<![\w-])[A-Za-z][\w-]*/g) ?? []

const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'properties' ? Object.keys(z.record(z.string(), z.unknown()).parse(inner)) : []),
    ...(key === 'enum' ? z.array(z.unknown()).parse(inner).map(String) : []),
    ...(key === 'name' && typeof inner === 'string' ? [inner] : []),
    ...namesIn(inner),
  ])
}

/** Finds what is not Lao in words for people, but the names of fields and values that the API document has. */
export const createLaoCheck = (document: Pick<OpenApiDocument, 'components' | 'paths'>) => {
  const names = [...namesAlike, ...namesIn(document.components), ...namesIn(document.paths)]
  const known = new Set(names.flatMap(latinWords))
  const findForeign = (text: string): string[] =>
    /\p{Script=Lao}/u.test(text) ? latinWords(text).filter((word) => !known.has(word)) : [text]
  return {
    findForeign,

    /** Everything that people read of a refusal. */
    foreignIn: (body: string): string[] => {
      const { title, detail, errors } = problem.parse(JSON.parse(body))
      return [title, detail, ...errors.map(({ message }) => message)].flatMap(findForeign)
    },
  }
}
