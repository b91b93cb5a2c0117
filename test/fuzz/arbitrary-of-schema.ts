import * as fc from 'fast-check'
import type { JsonSchema } from '../../shared/contracts/openapi/json-schema.ts'

type Schemas = Readonly<Record<string, unknown>>
/** Values that are there, by the name of a component: what is made up at random hits nothing. */
export type KnownValues = Readonly<Record<string, readonly string[]>>

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

/** Text of every sort: Lao, control characters, halves of letters, what looks like markup, a key or a number. */
export const anyText = (most = 200): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength: most }),
    fc.string({ unit: 'binary', maxLength: most }),
    fc.string({
      unit: fc.constantFrom('ນ', '້', 'ຳ', 'ກ', 'ໍ', 'າ', ' ', '\u200b', '\ud800', '\u0000', '’', '🌊'),
      maxLength: most,
    }),
    fc.constantFrom(
      '',
      ' ',
      '__proto__',
      'constructor',
      'ALERT#x',
      '<script>',
      '=1+1',
      '0',
      '-1',
      '1e309',
      'null',
      '../..',
    ),
  )

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.format === 'date-time') {
    const minutes = fc.integer({ min: -60, max: 60 * 24 * 40 })
    return minutes.map((after) =>
      new Date(Date.parse('2026-07-23T12:00:00+07:00') + after * 60_000).toISOString(),
    )
  }
  if (schema.format === 'date') {
    return fc
      .integer({ min: 0, max: 400 })
      .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
  }
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  const { minLength = 0, maxLength = 200 } = schema
  return anyText(Math.min(maxLength, 200)).map((text) => text.padEnd(minLength, 'x').slice(0, maxLength))
}

const objectOf = (schemas: Schemas, known: KnownValues, schema: JsonSchema): fc.Arbitrary<unknown> => {
  const properties = Object.entries(schema.properties ?? {})
  const fields = Object.fromEntries(
    properties.map(([name, inner]) => [name, arbitraryOf(schemas, known, inner, name)]),
  )
  const required = (schema.required ?? []).filter((name) => name in fields)
  const named = fc.record(fields, { requiredKeys: required })
  if (properties.length > 0 || !isSchema(schema.additionalProperties)) return named
  const keys = arbitraryOf(schemas, known, schema.propertyNames ?? { type: 'string' }).map(String)
  return fc.dictionary(keys, arbitraryOf(schemas, known, schema.additionalProperties), { maxKeys: 4 })
}

/** Values that a schema of the document allows, or nearly so: rules that it cannot say are not kept. */
export const arbitraryOf = (
  schemas: Schemas,
  known: KnownValues,
  schema: unknown,
  field = '',
): fc.Arbitrary<unknown> => {
  if (!isSchema(schema)) return fc.jsonValue()
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return preferKnown(known[field] ?? known[name] ?? [], arbitraryOf(schemas, known, schemas[name], field))
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return preferKnown(known[field] ?? [], fc.constantFrom(...schema.enum))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => arbitraryOf(schemas, known, one, field)))
  return preferKnown(known[field] ?? [], ofType(schemas, known, schema, field))
}

const preferKnown = (values: readonly string[], otherwise: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  values.length === 0
    ? otherwise
    : fc.oneof({ arbitrary: fc.constantFrom(...values), weight: 4 }, { arbitrary: otherwise, weight: 1 })

const ofType = (
  schemas: Schemas,
  known: KnownValues,
  schema: JsonSchema,
  field: string,
): fc.Arbitrary<unknown> => {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return objectOf(schemas, known, schema)
    case 'array': {
      const item = arbitraryOf(schemas, known, schema.items, field)
      return fc.array(item, { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) })
    }
    case 'string':
      return textOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -3, max: Math.min(schema.maximum ?? 2 ** 40, 2 ** 40) })
    case 'number':
      return fc.oneof(
        fc.double({ min: schema.minimum ?? -200, max: schema.maximum ?? 200, noNaN: true }),
        fc.integer({ min: 0, max: 110 }),
      )
    case 'null':
      return fc.constant(null)
    case undefined:
    default:
      return fc.jsonValue()
  }
}
