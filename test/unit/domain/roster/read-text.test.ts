import { describe, expect, it } from 'vitest'
import { readLanguagesSpoken, readLaoText, readText } from '../../../../shared/domain/roster/read-text.ts'

describe('readText', () => {
  it('cleans what spreadsheets carry along', () => {
    expect(readText('  ສົມ\u200bໄຊ \n ວົງ ', 120)).toEqual({ outcome: 'ok', value: 'ສົມໄຊ ວົງ' })
  })

  it('refuses text whose letters were lost, or that is too long', () => {
    expect(readText('???? ???', 120)).toEqual({ outcome: 'refused', code: 'text-lost' })
    expect(readText('call again ???', 120)).toEqual({ outcome: 'ok', value: 'call again ???' })
    expect(readText('ກ'.repeat(121), 120)).toEqual({
      outcome: 'refused',
      code: 'text-too-long',
      details: { limit: 120 },
    })
  })

  it('suspects an old font, and refuses it where the text must be Lao', () => {
    expect(readText('Ã\u00abòÄ©', 120)).toMatchObject({ outcome: 'ok', warning: 'text-legacy-font' })
    expect(readLaoText('Ã\u00abòÄ©', 120)).toEqual({ outcome: 'refused', code: 'text-legacy-font' })
  })

  it('takes question marks in a Lao column for lost letters', () => {
    expect(readLaoText('Ban ????', 120)).toEqual({ outcome: 'refused', code: 'text-lost' })
  })

  it('warns of a Lao column without Lao letters', () => {
    expect(readLaoText('Nongping', 120)).toMatchObject({ outcome: 'ok', warning: 'lao-without-lao-letters' })
    expect(readLaoText('ໜອງປິງ 2', 120)).toEqual({ outcome: 'ok', value: 'ໜອງປິງ 2' })
  })
})

describe('readLanguagesSpoken', () => {
  it('takes each language once', () => {
    expect(readLanguagesSpoken('ລາວ; Khmu, ລາວ/ Hmong;')).toEqual({
      outcome: 'ok',
      value: ['ລາວ', 'Khmu', 'Hmong'],
    })
  })

  it('refuses more languages than a village can have', () => {
    const names = Array.from({ length: 21 }, (_, index) => `Language ${index}`).join(';')

    expect(readLanguagesSpoken(names)).toMatchObject({ outcome: 'refused', code: 'languages-too-many' })
  })
})
