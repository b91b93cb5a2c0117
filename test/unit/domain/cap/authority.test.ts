import { describe, expect, it } from 'vitest'
import { agreesTo } from '../../../../shared/domain/cap/authority.ts'
import { buildAuthority, buildCapVersion } from '../../../support/cap-samples.ts'

const alone = { followsPublic: false }
const following = { followsPublic: true }

describe('an authority', () => {
  it('agrees to a version of its levels, modes and areas', () => {
    expect(agreesTo(buildAuthority(), buildCapVersion(), alone)).toBe(true)
  })

  it.each([
    ['issued before it agreed', buildAuthority({ sinceIso: '2026-08-01T00:00:00+07:00' }), {}],
    ['of another mode', buildAuthority({ modes: ['actual'] }), { mode: 'exercise' }],
    ['of another level', buildAuthority({ levels: ['evacuate'] }), {}],
    ['of another area', buildAuthority({ areas: ['12'] }), {}],
    [
      'that reaches beyond its areas',
      buildAuthority({ areas: ['1308'] }),
      { districts: { '1308': [], '1309': [] } },
    ],
    ['for nowhere', buildAuthority(), { districts: {} }],
    ['of preparedness', buildAuthority({ levels: ['prepare'] }), { kind: 'preparedness', level: 'prepare' }],
    ['that clears what was not public', buildAuthority(), { level: 'all-clear' }],
    ['that cancels what was not public', buildAuthority(), { level: 'cancel' }],
  ] as const)('does not agree to one %s', (_what, authority, over) => {
    expect(agreesTo(authority, buildCapVersion(over), alone)).toBe(false)
  })

  it('may agree to preparedness, and to the whole country', () => {
    const authority = buildAuthority({ levels: ['prepare'], areas: ['LA'], preparedness: true })

    expect(agreesTo(authority, buildCapVersion({ kind: 'preparedness', level: 'prepare' }), alone)).toBe(true)
  })

  it.each(['all-clear', 'cancel', 'prepare'] as const)(
    'agrees to the level %s of what follows a public version, so that nobody is left with the old one',
    (level) => {
      expect(agreesTo(buildAuthority({ levels: ['evacuate'] }), buildCapVersion({ level }), following)).toBe(
        true,
      )
    },
  )
})
