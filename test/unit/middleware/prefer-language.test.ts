import { describe, expect, it } from 'vitest'
import { preferLanguage } from '../../../shared/middleware/prefer-language.ts'

describe('the language of an answer', () => {
  it.each([
    ['lo', 'lo'],
    ['lo-LA', 'lo'],
    ['LO', 'lo'],
    ['lo-LA,lo;q=0.9,en;q=0.8', 'lo'],
    ['en;q=0.5, lo;q=0.6', 'lo'],
    ['th, lo;q=0.2', 'lo'],
    ['lo, en', 'lo'],
    ['*, en;q=0', 'lo'],
    ['en-GB, lo', 'en'],
    ['lo;q=0.5, en', 'en'],
    ['lo;q=0', 'en'],
    ['lo;q=0, *', 'en'],
    ['*', 'en'],
    ['th', 'en'],
    ['log', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('is, where the caller says %j, %s', (header, language) => {
    expect(preferLanguage(header)).toBe(language)
  })

  it.each(['lo;q=2', 'lo;q=-1', 'lo;q=x', ';;', ',,,', 'lo'.repeat(10_000)])(
    'is English where nothing can be made of what they say (%#)',
    (header) => {
      expect(preferLanguage(header)).toBe('en')
    },
  )
})
