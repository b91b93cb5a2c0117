import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readContracts, readOpenApiDocument } from '../../scripts/read-contracts.ts'
import { wordsSaid } from '../../shared/contracts/said.ts'
import { createLaoCheck } from '../support/lao-refusal.ts'

const [{ routes, publicRoutes }, document] = await Promise.all([readContracts(), readOpenApiDocument()])
const lao = createLaoCheck(document)

/** What schemas hold other schemas in, and what they say themselves. */
const definition = z.looseObject({
  error: z.custom<(issue: object) => unknown>((value) => typeof value === 'function').optional(),
  checks: z.array(z.unknown()).optional(),
})
const hasDefinition = z.object({ _zod: z.object({ def: definition }) })

/** Every message that a schema, or anything in it, says itself. */
const messagesOf = (given: unknown, seen = new Set<unknown>()): string[] => {
  if (typeof given !== 'object' || given === null || seen.has(given)) return []
  seen.add(given)
  const parsed = hasDefinition.safeParse(given)
  if (!parsed.success) return Object.values(given).flatMap((inner) => messagesOf(inner, seen))
  const { error, getter, ...held } = parsed.data['_zod'].def
  const said = error?.({ input: undefined })
  const lazy: unknown = typeof getter === 'function' ? getter() : undefined
  return [
    ...(typeof said === 'string' ? [said] : []),
    ...[lazy, ...Object.values(held)].flatMap((inner) => messagesOf(inner, seen)),
  ]
}

const schemas = [
  ...[...routes.keys()].flatMap(({ params, query, body }) => [params, query, body]),
  ...[...publicRoutes.keys()].map(({ params }) => params),
]

describe('what schemas of requests say of a fault', () => {
  const messages = [...new Set(messagesOf(schemas))]

  it('is found', () => {
    expect(messages).toEqual(
      expect.arrayContaining([
        'Give a name in Lao or English.',
        'Name at least one area.',
        'Write the text in at least one language.',
      ]),
    )
  })

  it('is said in both languages, by said()', () => {
    expect(messages.filter((message) => wordsSaid(message) === undefined)).toEqual([])
  })

  it('has no word in its Lao that is not Lao', () => {
    expect(messages.flatMap((message) => lao.findForeign(wordsSaid(message)?.lo ?? ''))).toEqual([])
  })
})

describe('the Lao of refusals in the code', () => {
  const files = globSync('{functions/*api,functions/public,shared/middleware,shared/progress}/**/*.ts')
  const texts = [...files, 'shared/errors.ts', 'shared/domain/templates/read-slots.ts'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\blo: (?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(
      ([, plain, filled]) => ({ file, text: plain ?? filled?.replaceAll(/\$\{[^}]*\}/g, '') ?? '' }),
    ),
  )

  it('is found', () => {
    expect(texts.length).toBeGreaterThan(100)
  })

  it('has no word that is not Lao but names of fields', () => {
    const foreign = texts
      .filter(({ text }) => /[A-Za-z\p{Script=Lao}]/u.test(text))
      .flatMap(({ file, text }) => lao.findForeign(text).map((word) => `${file}: ${word}`))

    expect(foreign).toEqual([])
  })
})
