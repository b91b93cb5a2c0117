import { describe, expect, it } from 'vitest'
import { searchKey } from '../../../../shared/domain/lao-text.ts'
import { matchMembers } from '../../../../shared/domain/roster/match-members.ts'
import { memberOf } from '../../../support/roster-plans.ts'

const statement = (name: string, phone: string, id?: string) => ({ id, nameKey: searchKey(name), phone })
const [phoneA, phoneB, phoneC] = ['+8562055000001', '+8562055000002', '+8562055000003'] as const

describe('matchMembers', () => {
  it('goes by the id before anything else', () => {
    const members = [
      memberOf({ id: 'm1', name: 'Noy', phone: phoneA }),
      memberOf({ id: 'm2', name: 'Keo', phone: phoneB }),
    ]
    const swapped = statement('Noy', phoneA, 'm2')

    expect(matchMembers([swapped], members).get(swapped)?.id).toBe('m2')
  })

  it('goes by name and phone before either alone', () => {
    const members = [
      memberOf({ id: 'm1', name: 'Noy', phone: phoneA }),
      memberOf({ id: 'm2', name: 'Noy', phone: phoneB }),
    ]
    const second = statement(' NOY', phoneB)

    expect(matchMembers([second], members).get(second)?.id).toBe('m2')
  })

  it('follows a person to a new phone, and a phone to a corrected name', () => {
    const members = [
      memberOf({ id: 'm1', name: 'Noy', phone: phoneA }),
      memberOf({ id: 'm2', name: 'Keo', phone: phoneB }),
    ]
    const newPhone = statement('Noy', phoneC)
    const newName = statement('Keo V.', phoneB)

    const matched = matchMembers([newName, newPhone], members)

    expect([matched.get(newPhone)?.id, matched.get(newName)?.id]).toEqual(['m1', 'm2'])
  })

  it('guesses nothing where a name or phone is not unique', () => {
    const members = [
      memberOf({ id: 'm1', name: 'Noy', phone: phoneA }),
      memberOf({ id: 'm2', name: 'Noy', phone: phoneB }),
    ]
    const third = statement('Noy', phoneC)

    expect(matchMembers([third], members).size).toBe(0)
  })

  it('gives the number of who has left to a newcomer without making one of them', () => {
    const members = [memberOf({ id: 'm1', name: 'Noy', phone: phoneA, status: 'left' })]
    const newcomer = statement('Keo', phoneA)
    const returned = statement('Noy', phoneA)

    expect(matchMembers([newcomer], members).size).toBe(0)
    expect(matchMembers([returned], members).get(returned)?.id).toBe('m1')
  })

  it('matches twins on the roster one by one', () => {
    const members = [memberOf({ id: 'm1' }), memberOf({ id: 'm2' })]
    const one = statement('ສົມໄຊ', '+8562055123456')

    expect(matchMembers([one], members).get(one)?.id).toBe('m1')
  })
})
