/** What references yield: `LogicalId` for Ref, `LogicalId.Attribute` for Fn::GetAtt. */
export type ReferenceValues = ReadonlyMap<string, unknown>

type Functions = Record<string, (argument: unknown, values: ReferenceValues) => unknown>

const functions: Functions = {
  Ref: (argument, values) =>
    argument === 'AWS::NoValue' ? undefined : lookUp(text(argument, 'Ref'), values),
  'Fn::GetAtt': (argument, values) =>
    lookUp(Array.isArray(argument) ? argument.join('.') : text(argument, 'Fn::GetAtt'), values),
  'Fn::Join': (argument, values) => {
    const [separator, parts] = list(argument, 'Fn::Join', 2)
    return list(resolve(parts, values), 'Fn::Join')
      .map((part) => text(part, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'))
  },
  'Fn::Select': (argument, values) => {
    const [index, items] = list(argument, 'Fn::Select', 2)
    const item: unknown = list(resolve(items, values), 'Fn::Select')[Number(index)]
    if (item === undefined) throw new Error('Fn::Select: no such item')
    return item
  },
  'Fn::Split': (argument, values) => {
    const [separator, whole] = list(argument, 'Fn::Split', 2)
    return text(resolve(whole, values), 'Fn::Split').split(text(separator, 'Fn::Split'))
  },
  'Fn::Sub': (argument, values) => substitute(argument, values),
}

/**
 * Replaces the intrinsics in part of a template by their values. Throws on a reference without value and on
 * an intrinsic that it does not know; `AWS::NoValue` drops what it stands for.
 */
export function resolve(value: unknown, values: ReferenceValues): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, values)).filter((item) => item !== undefined)
  if (!isObject(value)) return value
  const intrinsic = intrinsicOf(value)
  if (intrinsic !== undefined) {
    const run = functions[intrinsic]
    if (run === undefined) throw new Error(`unknown intrinsic ${intrinsic}`)
    return run(value[intrinsic], values)
  }
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, resolve(item, values)])
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
}

/** The intrinsics in part of a template that `resolve` would refuse. */
export function unknownIntrinsics(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unknownIntrinsics)
  if (!isObject(value)) return []
  const intrinsic = intrinsicOf(value)
  const inner = Object.values(value).flatMap(unknownIntrinsics)
  return intrinsic === undefined || intrinsic in functions ? inner : [intrinsic, ...inner]
}

function intrinsicOf(value: Record<string, unknown>): string | undefined {
  const keys = Object.keys(value)
  const [key] = keys
  if (keys.length !== 1 || key === undefined) return undefined
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::') ? key : undefined
}

function substitute(argument: unknown, values: ReferenceValues): string {
  const [template, own] = Array.isArray(argument) ? list(argument, 'Fn::Sub', 2) : [argument, {}]
  if (!isObject(own)) throw new Error('Fn::Sub: the second item must be a map')
  return text(template, 'Fn::Sub').replaceAll(
    /\$\{(!?)([^}]*)\}/g,
    (_whole, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`
      return text(name in own ? resolve(own[name], values) : lookUp(name, values), 'Fn::Sub')
    },
  )
}

function lookUp(name: string, values: ReferenceValues): unknown {
  if (!values.has(name)) throw new Error(`unresolved reference ${name}`)
  return values.get(name)
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`${where}: expected text`)
}

function list(value: unknown, where: string, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    throw new Error(`${where}: expected a list${length === undefined ? '' : ` of ${length}`}`)
  }
  return value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
