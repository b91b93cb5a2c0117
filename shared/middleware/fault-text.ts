import type * as z from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const limit = (origin: string, bound: number | bigint): string =>
  origin === 'string' ? `${bound} characters` : origin === 'array' ? `${bound} entries` : String(bound)

/** What to say of a fault where its schema says nothing itself: what is asked for, and never what was given. */
export const faultText: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Is missing.' : `Must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Must be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `Must be at least ${limit(issue.origin, issue.minimum)}.`
    case 'too_big':
      return `Must be at most ${limit(issue.origin, issue.maximum)}.`
    case 'unrecognized_keys':
      return 'There is a field here that this route does not know.'
    case 'invalid_key':
      return 'There is a key here that cannot be one.'
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_element':
    case 'custom':
      return 'Is not as it must be.'
    default:
      return issue satisfies never
  }
}
