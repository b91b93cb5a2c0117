import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { said } from '../../../shared/contracts/said.ts'
import { RequestError } from '../../../shared/errors.ts'
import { parseParts } from '../../../shared/middleware/parse-request.ts'

const schema = z.object({
  name: z.string().min(2).max(5),
  level: z.enum(['watch', 'warning']),
  areas: z.array(z.object({ code: z.string().regex(/^\d+$/, said('Give digits.', 'ໃສ່ຕົວເລກ.')) })).min(1),
  matches: z.record(z.string().regex(/^\d+$/), z.string()).optional(),
})

const faultsOf = (value: unknown) => {
  try {
    parseParts([{ name: 'body', schema, value }])
  } catch (error) {
    if (error instanceof RequestError)
      return error.errors.map(({ path, message }) => ({ path, message: message.en }))
    throw error
  }
  return []
}
const fine = { name: 'abc', level: 'watch', areas: [{ code: '13' }] }

describe('parseParts', () => {
  it('tells every fault of a body at once, with its place and what is asked for', () => {
    expect(faultsOf({ name: 'x', level: 'danger', areas: [{ code: '1' }, { code: 'a' }] })).toEqual([
      { path: 'body.name', message: 'Must be at least 2 characters.' },
      { path: 'body.level', message: 'Must be one of: watch, warning.' },
      { path: 'body.areas[1].code', message: 'Give digits.' },
    ])
    expect(faultsOf({ areas: [] })).toEqual([
      { path: 'body.name', message: 'Is missing.' },
      { path: 'body.level', message: 'Must be one of: watch, warning.' },
      { path: 'body.areas', message: 'Must be at least 1 entries.' },
    ])
  })

  it('refuses a field that the route does not know: a misspelt one must not pass as left out', () => {
    expect(faultsOf({ ...fine, langauge: 'lo' })).toEqual([
      { path: 'body', message: 'There is a field here that this route does not know.' },
    ])
  })

  it('refuses it as well where the schema is built at first use', () => {
    const parts = [{ name: 'body', schema: z.lazy(() => schema), value: { ...fine, langauge: 'lo' } }]

    expect(() => parseParts(parts)).toThrow(RequestError)
    expect(parseParts([{ name: 'body', schema: z.lazy(() => schema), value: fine }])).toEqual({ body: fine })
  })

  it('repeats no word of the caller, not even a key', () => {
    const secret = '+8562055123456'

    const faults = JSON.stringify([
      faultsOf({ ...fine, matches: { [secret]: '1308901' } }),
      faultsOf({ ...fine, matches: { 'made up': 5 } }),
      faultsOf({ ...fine, [secret]: 1, name: secret, level: secret }),
    ])

    expect(faults).toContain('body.matches')
    expect(faults).not.toContain(secret)
    expect(faults).not.toContain('made up')
  })
})
