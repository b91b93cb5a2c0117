import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../../shared/domain/templates/catalogue.ts'
import { languages } from '../../../../shared/domain/village.ts'

/** What a version of a template says, short. */
const wordsOf = ({ wordings, slots }: (typeof templates)[number]): string => {
  const said = languages.map((language) => {
    const { first, rest, script } = wordings[language]
    return [first, rest, script]
  })
  return createHash('sha256')
    .update(JSON.stringify([said, slots]))
    .digest('hex')
    .slice(0, 16)
}

describe('the words of a template', () => {
  // New words are a new version: raise it, take the review back, and note the words with `vitest -u`.
  it('are those of its version', () => {
    const words = Object.fromEntries(
      templates.map((template) => [`${template.id} ${template.version}`, wordsOf(template)]),
    )

    expect(words).toMatchInlineSnapshot(`
      {
        "after-flood 1": "4e0efa98e9714fd6",
        "all-clear 1": "40f18df1fe57db79",
        "before-rains 1": "190c493938780ec6",
        "cancel 1": "a8220fa7b087d400",
        "dam-break 1": "4e6db0f750602755",
        "dam-release 1": "aacc842395be58d2",
        "flash-flood 1": "0d6a408fa8a5261b",
        "flood-drill 1": "872adaa2f3996700",
        "flood-evacuate 1": "2608ed2ef73746b3",
        "flood-update 1": "b98ec0b7f760eb2a",
        "flood-warning 1": "f02818a86e5200cd",
        "flood-watch 1": "a8b4871969a52e9a",
        "landslide 1": "ed46ae060a911140",
        "storm-warning 1": "b059f8b435db2187",
      }
    `)
  })
})
