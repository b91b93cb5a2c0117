import { describe, expect, it } from 'vitest'
import {
  readDuty,
  readLanguage,
  readScript,
  readSex,
  readStatus,
} from '../../../../shared/domain/roster/value-words.ts'
import { duties, languages, memberStatuses, scripts, sexes } from '../../../../shared/domain/village.ts'

const spaced = (value: string): string => ` ${value.toUpperCase().replaceAll('-', ' ')} `

describe('words for closed lists', () => {
  it('read every value as itself, however it is spaced and capitalised', () => {
    expect(duties.map((duty) => readDuty(spaced(duty)))).toEqual(duties)
    expect(sexes.map((sex) => readSex(spaced(sex)))).toEqual(sexes)
    expect(languages.map((language) => readLanguage(spaced(language)))).toEqual(languages)
    expect(scripts.map((script) => readScript(spaced(script)))).toEqual(scripts)
    expect(memberStatuses.map((status) => readStatus(spaced(status)))).toEqual(memberStatuses)
  })

  it.each([
    ['ນາຍບ້ານ', 'head'],
    ['ຮອງນາຍບ້ານ', 'deputy'],
    ['ສະຫະພັນແມ່ຍິງ', 'womens-union'],
    ["Women's Union", 'womens-union'],
    ['ຊາວໜຸ່ມ', 'youth-union'],
    ['ຊາວຫນຸ່ມ', 'youth-union'],
    ['ປກສ', 'security'],
    ['Village Head', 'head'],
  ])('read the duty %j as %s', (text, duty) => {
    expect(readDuty(text)).toBe(duty)
  })

  it.each([
    ['ຍິງ', 'female'],
    ['ຊາຍ', 'male'],
    ['F', 'female'],
    ['Male', 'male'],
  ])('read the sex %j as %s', (text, sex) => {
    expect(readSex(text)).toBe(sex)
  })

  it('read nothing into other words', () => {
    expect([
      readDuty('xyz'),
      readSex('xyz'),
      readLanguage('xyz'),
      readScript('xyz'),
      readStatus('xyz'),
    ]).toEqual(Array.from({ length: 5 }))
  })
})
