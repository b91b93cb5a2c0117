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
        "after-flood 2": "6d8e811a45e285fc",
        "all-clear 1": "40f18df1fe57db79",
        "before-rains 1": "190c493938780ec6",
        "cancel 1": "a8220fa7b087d400",
        "dam-break 2": "5580241819289a41",
        "dam-release 2": "797123b976711dc0",
        "flash-flood 2": "cb1eddbab910c9fc",
        "flood-drill 2": "2d85178ce87f499f",
        "flood-evacuate 1": "2608ed2ef73746b3",
        "flood-update 1": "b98ec0b7f760eb2a",
        "flood-warning 2": "1a3c8e6638db55ee",
        "flood-watch 2": "2b8571b712e60022",
        "landslide 2": "b27da3332c922108",
        "storm-warning 2": "c2dec1343569a6e1",
      }
    `)
  })
})
