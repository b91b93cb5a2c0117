import * as z from 'zod'
import { mapObjects, refsIn, type JsonSchema } from './json-schema.ts'

type Schemas = Readonly<Record<string, JsonSchema>>

const prefix = '#/components/schemas/'
export const refTo = (name: string): string => `${prefix}${name}`
const nameIn = (ref: string): string => ref.slice(prefix.length)

/**
 * Leaves out what says nothing to a reader: bounds that every JSON number has, zod's own patterns beside a format,
 * and that an answer has no other fields (a reader has to pass over fields that it does not know).
 */
const tidy = (io: 'input' | 'output') => (object: Record<string, unknown>) => {
  const {
    $schema: _schema,
    $id: _id,
    '~standard': _standard,
    maximum,
    minimum,
    pattern,
    additionalProperties,
    ...rest
  } = object
  const hasFormat = rest['format'] === 'date-time' || rest['format'] === 'date'
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(pattern === undefined || hasFormat ? {} : { pattern }),
    ...(additionalProperties === undefined || (io === 'output' && additionalProperties === false)
      ? {}
      : { additionalProperties }),
  }
}

const generate = (named: ReadonlyMap<z.ZodType, string>, io: 'input' | 'output'): Schemas => {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of named) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io, unrepresentable: 'any' })
  return z.record(z.string(), z.custom<JsonSchema>()).parse(mapObjects(schemas, tidy(io)))
}

/** The names that are reached from these, themselves included. */
const reach = (schemas: Schemas, roots: Iterable<string>): Set<string> => {
  const reached = new Set<string>()
  const open = [...roots]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    open.push(...refsIn(schemas[name]).map(nameIn))
  }
  return reached
}

/** Names whose schema, or one that it refers to, is another to who asks than to who answers. */
const findDifferent = (input: Schemas, output: Schemas, shared: readonly string[]): Set<string> => {
  const different = new Set(
    shared.filter((name) => JSON.stringify(input[name]) !== JSON.stringify(output[name])),
  )
  for (let before = -1; before !== different.size; ) {
    before = different.size
    for (const name of shared) {
      if (refsIn(input[name]).some((ref) => different.has(nameIn(ref)))) different.add(name)
    }
  }
  return different
}

/** JSON schemas of named zod schemas, as far as routes reach them, and how to refer to them. */
export const createComponents = (
  named: ReadonlyMap<z.ZodType, string>,
  roots: { asked: readonly string[]; answered: readonly string[] },
) => {
  const [input, output] = [generate(named, 'input'), generate(named, 'output')]
  const [asked, answered] = [reach(input, roots.asked), reach(output, roots.answered)]
  const different = findDifferent(
    input,
    output,
    [...asked].filter((name) => answered.has(name)),
  )
  /** What is sent and what is answered under one name, but not alike, are two components. */
  const inputName = (name: string): string => (different.has(name) ? `${name}Input` : name)
  const renamed = (schema: JsonSchema | undefined): JsonSchema =>
    z
      .custom<JsonSchema>()
      .parse(
        mapObjects(schema, (object) =>
          typeof object['$ref'] === 'string'
            ? { ...object, $ref: refTo(inputName(nameIn(object['$ref']))) }
            : object,
        ),
      )
  return {
    inputName,
    schemas: Object.fromEntries(
      [
        ...[...asked].map((name) => [inputName(name), renamed(input[name])] as const),
        ...[...answered].map((name) => [name, output[name] ?? {}] as const),
      ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}
