import { describe, expect, it } from 'vitest'
import { listUnreviewedTexts } from '../../../scripts/unreviewed-texts.ts'
import { templates, unreviewedLanguages } from '../../../shared/domain/templates/catalogue.ts'

const texts = await listUnreviewedTexts()
const keysOf = (catalogue: string): string[] =>
  texts.filter((text) => text.catalogue === catalogue).map(({ language, key }) => `${language} ${key}`)

describe('the list of unreviewed texts', () => {
  it('has every language of every template that nobody approved', () => {
    const listed = texts.filter(({ key }) => key.endsWith('.wordings'))

    expect(listed).toHaveLength(templates.flatMap(unreviewedLanguages).length)
    expect(keysOf('shared/domain/templates/flood-evacuate.ts')).toContain('lo flood-evacuate.wordings')
  })

  it.each([
    ['shared/domain/wording.ts', 'lo modeWords.exercise'],
    ['shared/domain/dead-letter-words.ts', 'lo deadLetterKindWords.fan-out'],
    ['shared/domain/roster/member-messages.ts', 'lo memberMessages.duty-unknown'],
    ['shared/domain/roster/header-words.ts', 'lo headerWords.village_code'],
    ['shared/domain/named-places.ts', 'lo rivers.mekong.name'],
    ['local/phones/texts.ts', 'lo phonesTexts'],
    ['functions/roster-import/read-table/table-refusals.ts', 'lo *'],
  ])('reads %s', (catalogue, entry) => {
    expect(keysOf(catalogue)).toContain(entry)
  })

  it('leaves official names out', () => {
    expect(keysOf('shared/domain/laos-districts.ts')).toEqual([])
  })
})
