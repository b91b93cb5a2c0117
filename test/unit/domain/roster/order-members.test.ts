import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderMembers } from '../../../../shared/domain/roster/order-members.ts'

describe('orderMembers', () => {
  it('puts who has a place there, and leaves the others in their order', () => {
    const ordered = orderMembers(
      ['a', 'b', 'c', 'd'],
      [
        { entry: 'd', place: 1 },
        { entry: 'a', place: 9 },
      ],
    )

    expect(ordered).toEqual(['d', 'b', 'c', 'a'])
  })

  it('breaks ties by the order in which the places are stated', () => {
    const stated = ['c', 'b'].map((entry) => ({ entry, place: 2 }))

    expect(orderMembers(['a', 'b', 'c', 'd'], stated)).toEqual(['a', 'c', 'b', 'd'])
  })

  it('loses nobody, and changes nothing the second time', () => {
    const places = fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), { maxLength: 10 })

    fc.assert(
      fc.property(places, (placeOfEntry) => {
        const entries = placeOfEntry.map((_, index) => index)
        const stated = placeOfEntry.flatMap((place, entry) => (place === undefined ? [] : [{ entry, place }]))
        const once = orderMembers(entries, stated)
        expect(once.toSorted((one, other) => one - other)).toEqual(entries)
        expect(orderMembers(once, stated)).toEqual(once)
      }),
    )
  })
})
