import { describe, expect, test } from 'vitest'
import { levelsFrom, toldAreas } from '../../../../web/src/screens/track/follow-up/told-so-far.ts'

type Versions = Parameters<typeof toldAreas>[0]['versions']

/** What these look at of a version. */
const versionsOf = (
  versions: readonly { level: string; areas: readonly string[]; issuedAtIso: string | null }[],
) => {
  const whole: unknown = versions
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of a version is not looked at
  return { versions: whole as Versions }
}
const issuedAtIso = '2026-07-01T10:00:00.000Z'

describe('what an update begins with', () => {
  test('are the areas of every issued danger, none of which lies in another', () => {
    const alert = versionsOf([
      { level: 'watch', areas: ['1309901', '1308905'], issuedAtIso },
      { level: 'warning', areas: ['1309'], issuedAtIso },
      { level: 'all-clear', areas: ['1301'], issuedAtIso },
      { level: 'warning', areas: ['1401'], issuedAtIso: null },
    ])

    expect(toldAreas(alert)).toEqual(['1308905', '1309'])
  })

  test('are the highest level that was issued, and those above it', () => {
    const alert = versionsOf([
      { level: 'watch', areas: ['1309'], issuedAtIso },
      { level: 'warning', areas: ['1309'], issuedAtIso },
      { level: 'evacuate', areas: ['1309'], issuedAtIso: null },
      { level: 'all-clear', areas: ['1309'], issuedAtIso },
    ])

    expect(levelsFrom(alert)).toEqual(['warning', 'evacuate'])
  })
})
