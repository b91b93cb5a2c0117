import { describe, expect, it } from 'vitest'
import { scriptWords } from '../../../../shared/domain/loudspeaker-script.ts'
import { slotsIn } from '../../../../shared/domain/templates/template.ts'
import {
  callerWords,
  fallbackWords,
  fillForAnyone,
  officeWords,
  safePlaceIn,
  varyByVillage,
  villageFill,
  villageValues,
  villageWords,
} from '../../../../shared/domain/templates/village-values.ts'

const district = { nameLo: 'ສອງຄອນ', nameEn: 'Songkhone' }
const village = { nameLo: 'ໜອງສູງ', nameEn: 'Nongsoung', safePlaceLo: 'ວັດ', safePlaceEn: 'Temple hill' }

describe('the words of a village', () => {
  it('stand in the language of who reads them', () => {
    expect(villageValues('lo', village, district, '041 212 345')).toEqual({
      village: 'ບ້ານໜອງສູງ',
      safePlace: 'ວັດ',
      office: 'ເມືອງສອງຄອນ',
      desk: '041 212 345',
    })
    expect(villageValues('en', village, district, '041 212 345')).toEqual({
      village: 'Nongsoung village',
      safePlace: 'Temple hill',
      office: 'Songkhone District',
      desk: '041 212 345',
    })
  })

  it('say the word for village once', () => {
    const named = { ...village, nameLo: 'ບ້ານໜອງສູງ', nameEn: 'Ban Nongsoung' }

    expect(villageValues('lo', named, district, undefined)['village']).toBe('ບ້ານໜອງສູງ')
    expect(villageValues('en', named, district, undefined)['village']).toBe('Ban Nongsoung')
  })

  it.each([
    ['lo', 'its own', { safePlaceLo: 'ວັດ', safePlaceEn: 'Hill' }, { text: 'ວັດ', source: 'own' }],
    ['lo', 'the English one', { safePlaceEn: 'Hill' }, { text: 'Hill', source: 'other-language' }],
    ['lo', 'Siang’s words', {}, { text: 'ບ່ອນສູງຂອງບ້ານ', source: 'fallback' }],
    ['en', 'its own', { safePlaceEn: 'Hill' }, { text: 'Hill', source: 'own' }],
    [
      'en',
      'Siang’s words and no Lao letters',
      { safePlaceLo: 'ວັດ' },
      { text: 'the high ground of your village', source: 'fallback' },
    ],
    [
      'en',
      'Siang’s words instead of characters that double the parts',
      { safePlaceEn: 'Hill – school' },
      { text: 'the high ground of your village', source: 'fallback' },
    ],
  ] as const)('name the safe place in %s by %s', (language, _, safePlace, expected) => {
    expect(safePlaceIn(language, { nameLo: '', nameEn: '', ...safePlace })).toEqual(expected)
  })

  it('are kept as far as the texts need them', () => {
    expect(villageFill({ lo: 'ໄປ {safePlace}', en: '{desk}' }, village, district, '1195')).toEqual({
      lo: { safePlace: 'ວັດ' },
      en: { desk: '1195' },
    })
  })

  it('are needed by texts that speak of them alone', () => {
    expect(varyByVillage({ lo: 'ນ້ຳ', en: 'FLOOD {river}' })).toBe(false)
    expect(varyByVillage({ en: 'Go to {safePlace}' })).toBe(true)
  })

  it('are Siang’s own where a text is shown for no village', () => {
    expect(fillForAnyone({ en: '{village}: go to {safePlace}. {office}, phone {desk}.' })).toEqual({
      en: 'your village: go to the high ground of your village. Your district, phone of the district office.',
    })
  })

  it('send nobody whom an officer rings to another place than the SMS did', () => {
    expect(fillForAnyone({ en: 'Go to {safePlace}.', lo: 'ໄປ {safePlace}.' }, callerWords)).toEqual({
      en: 'Go to the safe place of your village.',
      lo: 'ໄປ ບ່ອນປອດໄພຂອງບ້ານ.',
    })
  })

  const placeOfCaller = { placeOfCaller: callerWords.safePlace }
  it.each(Object.entries({ ...fallbackWords, ...placeOfCaller, officeWords, villageWords, scriptWords }))(
    'have Lao and English with the same slots, unreviewed so far: %s',
    (_, { en, lo, laoReviewedBy }) => {
      expect(lo).toMatch(/\p{Script=Lao}/u)
      expect([...slotsIn(lo)]).toEqual([...slotsIn(en)])
      expect(laoReviewedBy).toBeNull()
    },
  )
})
