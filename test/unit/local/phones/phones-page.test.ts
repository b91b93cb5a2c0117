import { describe, expect, test } from 'vitest'
import { phonesPage } from '../../../../local/phones/phones-page.ts'
import { phonesTexts } from '../../../../local/phones/texts.ts'

const numbers = (texts: object) =>
  Object.entries(texts).map(([name, text]) => [
    name,
    String(text)
      .match(/\{\w\}/g)
      ?.toSorted(),
  ])

describe('the page of the wall of phones', () => {
  test('says which language it is in and leads to the other', () => {
    expect(phonesPage('lo')).toContain('<html lang="lo">')
    expect(phonesPage('lo')).toContain('href="?lang=en" lang="en"')
    expect(phonesPage('en')).toContain('href="?lang=lo" lang="lo"')
  })

  test('has landmarks, a labelled search box and a polite live region', () => {
    for (const part of [
      '<main ',
      '<header>',
      '<label for="search">',
      'aria-live="polite"',
      '<form role="search">',
    ]) {
      expect(phonesPage('en')).toContain(part)
    }
  })

  test('has every text in both languages, with the same numbers in them', () => {
    expect(numbers({ ...phonesTexts.lo, reviewed: '' })).toEqual(numbers({ ...phonesTexts.en, reviewed: '' }))
  })
})
