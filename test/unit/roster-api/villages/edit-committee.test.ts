import { describe, expect, test } from 'vitest'
import { placeMember, takePhone } from '../../../../functions/roster-api/villages/edit-committee.ts'
import { RequestError } from '../../../../shared/errors.ts'
import { buildMember } from '../../../support/builders.ts'

const one = buildMember({ id: 'one', name: 'One', phone: '+8562055000001' })
const two = buildMember({ id: 'two', name: 'Two', phone: '+8562055000002' })
const left = buildMember({ id: 'left', name: 'Gone', phone: '+8562055000003', status: 'left' })
const fresh = buildMember({ id: 'new', name: 'New', phone: '+8562055000009' })
const idsOf = (members: readonly { id: string }[]) => members.map(({ id }) => id)

const refusalOf = (phone: string): RequestError | undefined => {
  try {
    takePhone(phone)
    return undefined
  } catch (error) {
    return error instanceof RequestError ? error : undefined
  }
}

describe('reading a phone number that somebody typed', () => {
  test('stores it as E.164', () => {
    expect(takePhone('020 55 123 456')).toBe('+8562055123456')
  })

  test('says what is wrong and where, and never what was typed', () => {
    const error = refusalOf('020 55 12')

    expect(error).toMatchObject({ errors: [{ path: 'body.phone' }] })
    expect(error?.errors[0]?.message.en).toContain('Digits are missing')
    expect(JSON.stringify(error)).not.toContain('55 12')
  })
})

describe('placing a member in a committee', () => {
  test('puts a new member last', () => {
    expect(idsOf(placeMember([one, two], fresh, undefined))).toEqual(['one', 'two', 'new'])
  })

  test('counts positions over those who stay', () => {
    expect(idsOf(placeMember([left, one, two], fresh, 2))).toEqual(['left', 'one', 'new', 'two'])
  })

  test('takes a position behind the last as the last', () => {
    expect(idsOf(placeMember([one], fresh, 60))).toEqual(['one', 'new'])
  })

  test('keeps the place of an edited member', () => {
    const edited = { ...one, name: 'Uno' }

    expect(placeMember([one, two], edited, undefined)).toEqual([edited, two])
  })

  test('moves a member', () => {
    expect(idsOf(placeMember([one, two], two, 1))).toEqual(['two', 'one'])
  })

  test('lets two people share a phone', () => {
    const sharing = { ...fresh, phone: one.phone }

    expect(placeMember([one], sharing, undefined)).toHaveLength(2)
  })

  test('refuses the same person with the same phone, however the name is spaced', () => {
    const again = { ...fresh, phone: one.phone, name: 'ONE ' }

    expect(() => placeMember([one], again, undefined)).toThrow(RequestError)
  })

  test('takes back who had left', () => {
    const back = { ...fresh, phone: left.phone, name: left.name }

    expect(placeMember([left], back, undefined)).toHaveLength(2)
  })

  test('refuses a 61st member, those who left not counted', () => {
    const sixty = Array.from({ length: 60 }, (_, index) => ({
      ...one,
      id: `m${index}`,
      name: `Name ${index}`,
    }))

    expect(placeMember([...sixty.slice(1), left], fresh, undefined)).toHaveLength(61)
    expect(() => placeMember(sixty, fresh, undefined)).toThrow('see errors')
  })
})
