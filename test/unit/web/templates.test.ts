import { describe, expect, it } from 'vitest'
import { draftFromLink } from '../../../web/src/screens/compose/from-link.ts'
import { findTemplates, type TemplateLine } from '../../../web/src/screens/templates/find-templates.ts'
import { inSlots } from '../../../web/src/screens/templates/in-slots.ts'

const nowIso = '2026-11-22T03:05:00.000Z'

const line = (id: string, changes: Partial<TemplateLine> = {}): TemplateLine => ({
  id,
  version: 1,
  name: { en: id, lo: id },
  kinds: ['flood'],
  hazards: ['river-flood'],
  levels: ['warning'],
  modes: ['actual', 'exercise', 'test'],
  unreviewed: [],
  ...changes,
})

describe('templates', () => {
  it('are found by everything that is asked for together', () => {
    const templates = [
      line('flood'),
      line('storm', { hazards: ['storm'] }),
      line('drill', { modes: ['exercise'], levels: ['prepare'] }),
    ]
    const idsOf = (wish: object) =>
      findTemplates(templates, { hazard: '', level: '', mode: '', ...wish }).map(({ id }) => id)

    expect(idsOf({})).toEqual(['flood', 'storm', 'drill'])
    expect(idsOf({ hazard: 'river-flood' })).toEqual(['flood', 'drill'])
    expect(idsOf({ hazard: 'river-flood', mode: 'actual' })).toEqual(['flood'])
    expect(idsOf({ level: 'evacuate' })).toEqual([])
  })

  it('show what is filled in apart from their words', () => {
    expect(inSlots('Go to {safePlace} by {by}.')).toEqual([
      { text: 'Go to ' },
      { slot: 'safePlace' },
      { text: ' by ' },
      { slot: 'by' },
      { text: '.' },
    ])
    expect(inSlots('{village}')).toEqual([{ slot: 'village' }])
    expect(inSlots('')).toEqual([])
  })
})

describe('a link to a new alert', () => {
  it('presets what it names', () => {
    const query = { template: 'flood-drill', hazard: 'river-flood', level: 'prepare', mode: 'exercise' }

    expect(draftFromLink({ ...query, reaches: 'nobody' }, nowIso)).toMatchObject({
      wording: 'flood-drill',
      hazard: 'river-flood',
      level: 'prepare',
      mode: 'exercise',
      rehearsal: true,
    })
  })

  it('presets nothing that an alert cannot have', () => {
    expect(draftFromLink({ hazard: 'war', level: 'all-clear', mode: 'real' }, nowIso)).toMatchObject({
      hazard: undefined,
      level: undefined,
      mode: 'actual',
      wording: undefined,
      rehearsal: false,
    })
  })
})
