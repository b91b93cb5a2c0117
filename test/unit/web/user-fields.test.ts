import { describe, expect, it } from 'vitest'
import {
  findUserFaults,
  toUserFields,
  toUserPatch,
  type UserView,
} from '../../../web/src/screens/users/user-fields.ts'
import { withArea } from '../../../web/src/screens/users/with-area.ts'

const user: UserView = {
  id: 'u-1',
  name: 'Keo',
  roles: ['officer'],
  areas: ['1308', '1309'],
  status: 'active',
  personId: null,
  phone: '+8562055600701',
  phoneMasked: false,
  language: null,
  recipientsPerHour: 2000,
  awaitsSecondAdmin: null,
  etag: 'r1',
}

describe('what changes of a user', () => {
  it('is nothing where nothing was typed', () => {
    expect(toUserPatch(toUserFields(user), user)).toEqual({})
  })

  it('leaves rights out that are the same in another order, since naming them voids what waits', () => {
    const fields = { ...toUserFields(user), areas: ['1309', '1308'], name: 'Keo C.' }

    expect(toUserPatch(fields, user)).toEqual({ name: 'Keo C.' })
  })

  it('keeps a number that nobody typed, replaces one that somebody did, and takes it away when asked', () => {
    const fields = toUserFields(user)

    expect(toUserPatch({ ...fields, phone: ' 020 55 600 702 ' }, user)).toEqual({ phone: '020 55 600 702' })
    expect(toUserPatch({ ...fields, phone: '020', removesPhone: true }, user)).toEqual({ phone: null })
  })
})

describe('whose login it is besides', () => {
  const another = { ...user, personId: 'u-2' }

  it('is told where it changes, and taken away where the login is their only one', () => {
    expect(toUserPatch({ ...toUserFields(user), personId: 'u-2' }, user)).toEqual({ personId: 'u-2' })
    expect(toUserPatch(toUserFields(another), another)).toEqual({})
    expect(toUserPatch({ ...toUserFields(another), personId: '' }, another)).toEqual({ personId: null })
  })
})

describe('faults of the form about a user', () => {
  it('are told all at once for an invitation, and not of rights that cannot be changed', () => {
    const empty = toUserFields(undefined)

    expect(findUserFaults(empty, { invites: true, rights: true })).toEqual([
      'name',
      'email',
      'roles',
      'areas',
    ])
    expect(findUserFaults({ ...empty, ceiling: 'x' }, { invites: false, rights: false })).toEqual([
      'name',
      'ceiling',
    ])
  })
})

describe('areas with another one', () => {
  it('leave out what the new one takes in, and add nothing that is there already', () => {
    expect(withArea(['1308', '1401'], '13')).toEqual(['1401', '13'])
    expect(withArea(['13'], '1308')).toEqual(['13'])
    expect(withArea(['13', '14'], 'LA')).toEqual(['LA'])
  })
})
