import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/domain/canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts names at every depth, leaves lists in their order and undefined out', () => {
    const text = canonicalJson({ b: [{ d: 1, c: 'ສຽງ' }, null], a: { y: true, x: undefined } })

    expect(text).toBe('{"a":{"y":true},"b":[{"c":"ສຽງ","d":1},null]}')
  })

  it('is the same text whatever the order of names, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).toReversed())

        expect(canonicalJson(shuffled)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
