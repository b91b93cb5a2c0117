import { describe, expect, it } from 'vitest'
import type { Words } from '../../../shared/domain/wording.ts'
import { audienceText } from '../../../web/src/words/audience-text.ts'
import { exposureText } from '../../../web/src/words/exposure-text.ts'

/** Says words as the console does, in English. */
const say = (words: Words, values: Readonly<Record<string, string | number>> = {}): string =>
  words.en.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))

describe('how near the danger a village lies', () => {
  it('is told in a word, as a number has no scale', () => {
    expect([3, 2, 1].map((exposure) => exposureText(say, exposure))).toEqual([
      'Exposure: high',
      'Exposure: medium',
      'Exposure: low',
    ])
  })

  it('is left out where nobody has entered it', () => {
    expect(exposureText(say, 0)).toBeUndefined()
  })

  it('is told of those whom a message is for, the highest first', () => {
    expect(audienceText(say, { exposures: [1, 3] })).toBe('Villages of exposure: high, low')
  })
})
