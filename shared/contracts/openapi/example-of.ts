import type { JsonSchema } from './json-schema.ts'
import { componentExamples, fieldExamples, textExamples } from './examples.ts'

type Schemas = Readonly<Record<string, JsonSchema>>
type Inner = JsonSchema | boolean | undefined

const typeOf = ({ type }: JsonSchema): string | undefined =>
  Array.isArray(type) ? type.find((one) => one !== 'null') : type

const textOf = ({ format, pattern, minLength = 0 }: JsonSchema, field: string): string => {
  if (format === 'date-time') return '2026-07-23T18:00:00+07:00'
  if (format === 'date') return '2026-07-23'
  if (pattern !== undefined) {
    const found = textExamples.find((text) => new RegExp(pattern).test(text))
    if (found === undefined) throw new Error(`${field}: no text in examples.ts has the pattern ${pattern}`)
    return found
  }
  if (field.endsWith('Iso')) return '2026-07-23T18:00:00+07:00'
  return '…'.padEnd(minLength, '…')
}

const numberOf = ({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema): number =>
  Math.min(Math.max(minimum, 1), maximum)

/** An example of a schema: by the name of its component or field where examples.ts has one, else by its shape. */
export const exampleOf = (schemas: Schemas, schema: Inner, field = ''): unknown => {
  if (schema === undefined || typeof schema === 'boolean') return {}
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    const written = componentExamples[name]
    return written === undefined ? exampleOf(schemas, schemas[name], field) : written
  }
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices !== undefined) return exampleOf(schemas, choices[0], field)
  const known = fieldExamples[field]
  if (known !== undefined && typeof known === typeOf(schema)) return known
  return exampleOfType(schemas, schema, field)
}

const exampleOfType = (schemas: Schemas, schema: JsonSchema, field: string): unknown => {
  switch (typeOf(schema)) {
    case 'object':
      return exampleOfObject(schemas, schema)
    case 'array':
      return exampleOfList(schemas, schema, field)
    case 'string':
      return textOf(schema, field)
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return numberOf(schema)
    case 'null':
      return null
    case undefined:
    default:
      return {}
  }
}

const exampleOfObject = (schemas: Schemas, schema: JsonSchema): unknown => {
  const names = [...(schema.required ?? [])]
  const inner = schema.additionalProperties
  const all = { ...schema.properties }
  for (const name of names) all[name] ??= typeof inner === 'object' ? inner : {}
  return Object.fromEntries(
    Object.entries(all).map(([name, property]) => [name, exampleOf(schemas, property, name)]),
  )
}

const exampleOfList = (schemas: Schemas, schema: JsonSchema, field: string): unknown => {
  const first = schema.prefixItems?.map((item) => exampleOf(schemas, item, field))
  if (first !== undefined) return first
  const item = Array.isArray(schema.items) ? schema.items[0] : schema.items
  return [exampleOf(schemas, item, field)]
}
