import { describe, expect, test } from 'vitest'
import { findPhonesByName } from '../../../../local/phones/answer-named-cards.ts'
import type { People } from '../../../../local/phones/find-people.ts'

const village = { code: '1309902', nameLo: 'ແກ້ງໃຫຍ່', nameEn: 'Kengnyai' }
const people: People = new Map([
  ['+8562055000143', [{ name: 'Head of Kengnyai', duty: { en: 'Head', lo: 'ນາຍບ້ານ' }, village }]],
  ['+8562055000144', [{ name: 'Bounmy', duty: null, village }]],
  ['+8562099000004', [{ name: 'Officer of Champhone', duty: null, village: null }]],
])

describe('phones found by whose they are', () => {
  test.each([
    ['kengNYAI', ['+8562055000143', '+8562055000144']],
    ['ແກ້ງ', ['+8562055000143', '+8562055000144']],
    ['1309902', ['+8562055000143', '+8562055000144']],
    ['bounmy', ['+8562055000144']],
    ['officer', ['+8562099000004']],
    ['nobody', []],
    [' ', []],
  ])('%j', (search, phones) => {
    expect(findPhonesByName(people, search)).toEqual(phones)
  })
})
