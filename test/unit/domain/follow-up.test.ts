import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planPlaces, type Place } from '../../../shared/domain/committee.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import type { Recipient } from '../../../shared/domain/dispatch.ts'
import { aimOf, highestDanger, isLower, mayHaveRead, placesFor } from '../../../shared/domain/follow-up.ts'

const recipient = (over: Partial<Recipient>): Recipient => ({
  memberId: 'm',
  phone: '+8562055000001',
  language: 'lo',
  wave: 1,
  state: 'pending',
  attempts: 0,
  possibleDuplicate: false,
  ...over,
})

const phone = fc.integer({ min: 1, max: 8 }).map((number) => `+856205500000${number}`)
const code = fc.constantFrom('1308001', '1308002', '1308003')
const contact = fc.record({
  memberId: fc.constantFrom('a', 'b', 'c'),
  phone,
  language: fc.constantFrom('lo', 'en'),
})
const roster = fc.uniqueArray(
  fc.record({ code, exposure: fc.constant(0), contacts: fc.array(contact, { maxLength: 4 }) }),
  { selector: (place) => place.code },
)
const share = fc.record({
  village: code,
  exposure: fc.constant(0),
  recipients: fc.array(
    fc
      .record({ phone, state: fc.constantFrom(...deliveryStates), possibleDuplicate: fc.boolean() })
      .map((over) => recipient(over)),
    { maxLength: 4 },
  ),
})
const earlier = fc.array(share, { maxLength: 5 })

const phonesOf = (places: readonly Place[]): string[] => [
  ...new Set(places.flatMap(({ contacts }) => contacts.map((one) => one.phone))),
]
const ownPhones = (places: readonly Place[]): string[] =>
  planPlaces(places)
    .flatMap(({ recipients }) => recipients)
    .filter(({ sharedWith }) => sharedWith === undefined)
    .map((one) => one.phone)

describe('who may have read a version', () => {
  it.each([
    ['sending', true],
    ['accepted', true],
    ['delivered', true],
    ['undelivered', true],
    ['unknown', true],
    ['in-doubt', true],
    ['rehearsed', true],
    ['pending', false],
    ['rejected', false],
    ['suppressed', false],
    ['superseded', false],
    ['expired', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(mayHaveRead(recipient({ state }))).toBe(expected)
  })

  it('is also whom an attempt went to that was not the last one', () => {
    expect(mayHaveRead(recipient({ state: 'superseded', gatewayMessageId: 'g-1' }))).toBe(true)
    expect(mayHaveRead(recipient({ state: 'pending', possibleDuplicate: true }))).toBe(true)
  })
})

describe('a version', () => {
  it('goes by the roster, then to everyone, and at the end to those who may have read', () => {
    expect(aimOf({ version: 1, level: 'warning' })).toBe('roster')
    expect(aimOf({ version: 2, level: 'warning' })).toBe('everyone')
    expect(aimOf({ version: 2, level: 'all-clear' })).toBe('reached')
    expect(aimOf({ version: 3, level: 'cancel' })).toBe('reached')
  })

  it('never says less than the highest before', () => {
    expect(highestDanger(['watch', 'evacuate', 'warning'])).toBe('evacuate')
    expect(isLower('warning', 'evacuate')).toBe(true)
    expect(isLower('evacuate', 'evacuate')).toBe(false)
  })
})

describe('an ending', () => {
  it('goes once to every phone that may have read, and to no other', () => {
    fc.assert(
      fc.property(roster, earlier, (places, shares) => {
        const reached = new Set(
          shares.flatMap(({ recipients }) => recipients.filter(mayHaveRead).map((one) => one.phone)),
        )

        expect(ownPhones(placesFor('reached', places, shares)).toSorted()).toEqual([...reached].toSorted())
      }),
    )
  })
})

describe('an update', () => {
  it('goes once to every phone of the roster and of earlier lists', () => {
    fc.assert(
      fc.property(roster, earlier, (places, shares) => {
        const listed = shares.flatMap(({ recipients }) => recipients.map((one) => one.phone))
        const everyone = new Set([...phonesOf(places), ...listed])

        expect(ownPhones(placesFor('everyone', places, shares)).toSorted()).toEqual([...everyone].toSorted())
      }),
    )
  })

  it('writes to people as the roster says by now', () => {
    const shares = [{ village: '1308001', exposure: 1, recipients: [recipient({ state: 'accepted' })] }]
    const places: Place[] = [
      {
        code: '1308001',
        exposure: 3,
        contacts: [{ memberId: 'now', phone: '+8562055000001', language: 'en' }],
      },
    ]

    for (const aim of ['everyone', 'reached'] as const) {
      expect(placesFor(aim, places, shares)[0]?.contacts).toEqual(places[0]?.contacts)
    }
  })
})

describe('a plan that goes on after a crash', () => {
  it('writes what is missing, and every phone still has one owner', () => {
    fc.assert(
      fc.property(roster, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (places, kept) => {
        const whole = planPlaces(places)
        const written = whole.filter((_, index) => kept[index])

        const rest = planPlaces(places, written)

        expect([...written, ...rest].toSorted((a, b) => (a.village < b.village ? -1 : 1))).toEqual(whole)
      }),
    )
  })
})
