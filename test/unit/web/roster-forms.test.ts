import { describe, expect, it } from 'vitest'
import { maskPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { maskPhone, readablePhone } from '../../../web/src/screens/roster/mask-phone.ts'
import {
  toMemberBody,
  toMemberFields,
  toMemberPatch,
  type RosterMember,
} from '../../../web/src/screens/roster/member-fields.ts'
import {
  findVillageFaults,
  toVillageBody,
  toVillageFields,
} from '../../../web/src/screens/roster/village-fields.ts'

const member: RosterMember = {
  id: 'm-1',
  name: 'Kham',
  phone: '+8562055000001',
  phoneMasked: false,
  phoneType: 'mobile',
  duty: 'head',
  sex: 'male',
  language: 'lo',
  script: 'lao',
  status: 'active',
  notes: 'lives by the school',
}

describe('the form of a member', () => {
  it('sends only what says something else than the roster', () => {
    expect(toMemberPatch({ name: 'Kham', duty: 'teacher' }, member)).toEqual({ duty: 'teacher' })
    expect(toMemberPatch({}, member)).toEqual({})
    expect(toMemberPatch({ phone: '020 55 000 002' }, member)).toEqual({ phone: '020 55 000 002' })
  })

  it('takes an emptied field away, and never empties a number', () => {
    expect(toMemberPatch({ notes: ' ', phone: '' }, member)).toEqual({ notes: null })
  })

  it('leaves out of a new member what was not said', () => {
    const body = toMemberBody({ ...toMemberFields(undefined), name: 'Noy', phone: '55 000 002' })

    expect(body).toEqual({
      name: 'Noy',
      phone: '55 000 002',
      duty: 'member',
      sex: 'unknown',
      language: 'lo',
      script: 'lao',
      status: 'active',
    })
  })
})

describe('the form of a village', () => {
  const fields = { ...toVillageFields(undefined), nameLo: 'ໂພນແດງ' }

  it('reads numbers as people write them, and lists by comma, semicolon or slash', () => {
    const body = toVillageBody(
      {
        ...fields,
        latitude: '16,29',
        longitude: ' 105.3 ',
        exposure: '3',
        languagesSpoken: 'Lao; Bru / Katang,',
      },
      undefined,
    )

    expect(body).toEqual({
      nameLo: 'ໂພນແດງ',
      nameEn: '',
      status: 'active',
      latitude: 16.29,
      longitude: 105.3,
      exposure: 3,
      languagesSpoken: ['Lao', 'Bru', 'Katang'],
    })
  })

  it('finds what cannot even be sent', () => {
    expect(findVillageFaults({ ...fields, latitude: 'north', households: 'many' })).toEqual([
      'latitude',
      'households',
    ])
    expect(findVillageFaults({ ...fields, nameLo: ' ' })).toEqual(['nameLo'])
    expect(findVillageFaults(fields)).toEqual([])
  })
})

describe('a number on a screen', () => {
  it.each(['+8562055123456', '+856305123456', '+85621123456', 'nothing'])(
    'is masked as the API masks: %s',
    (phone) => {
      expect(maskPhone(phone)).toBe(maskPhoneNumber(phone))
    },
  )

  it('is written as people read it out', () => {
    expect(readablePhone('+8562055123456')).toBe('020 55 123 456')
    expect(readablePhone('+856305123456')).toBe('030 5 123 456')
  })
})
