import { describe, expect, it } from 'vitest'
import { copyOf, editOf } from '../../../web/src/drafts/draft-of-alert.ts'
import {
  bodyOf,
  chosenWording,
  emptyDraft,
  fittingTemplates,
  isUntouched,
  kindOf,
  metresOf,
  usualTime,
  type Draft,
  type TemplateView,
} from '../../../web/src/drafts/draft.ts'

const nowIso = '2026-11-22T03:05:00.000Z'

const template: TemplateView = {
  id: 'flood-warning',
  version: 3,
  name: { lo: 'ເຕືອນໄພ', en: 'Flood warning' },
  kinds: ['flood'],
  hazards: ['river-flood'],
  levels: ['warning'],
  modes: ['actual', 'exercise', 'test'],
  unreviewed: ['lo'],
  slots: [
    { slot: 'river', type: 'river' },
    { slot: 'level', type: 'metres' },
    { slot: 'by', type: 'time' },
  ],
  wordings: [],
  rivers: [],
  places: [],
}

const filled: Draft = {
  ...emptyDraft(nowIso),
  hazard: 'river-flood',
  level: 'warning',
  areas: ['1308910'],
  slots: { river: 'mekong', level: '12,4' },
}

type Source = Parameters<typeof copyOf>[0]

const version: Source['versions'][number] = {
  level: 'warning',
  areas: ['1308910', '1308911'],
  audience: null,
  texts: { en: 'Go' },
  template: {
    id: 'flood-warning',
    version: 3,
    slots: { river: { lo: 'ນ້ຳ', en: 'Nam' }, level: 9.5, by: '2026-07-23T18:00:00+07:00' },
  },
  expiresAtIso: '2026-11-23T03:00:00.000Z',
}

const alertWith = (latest: Source['versions'][number]): Source => ({
  alertId: 'a1',
  etag: '"7"',
  kind: 'flood',
  hazard: 'river-flood',
  level: latest.level,
  mode: 'exercise',
  reaches: 'nobody',
  versions: [latest],
})

describe('what a draft comes to', () => {
  it('is a body of the API once danger, level, areas and words are there', () => {
    const body = bodyOf(filled, template)

    expect(body).toEqual({
      kind: 'flood',
      hazard: 'river-flood',
      level: 'warning',
      mode: 'actual',
      areas: ['1308910'],
      template: {
        id: 'flood-warning',
        version: 3,
        slots: { river: 'mekong', level: 12.4, by: '2026-11-22T09:30:00.000Z' },
      },
    })
  })

  it.each([
    ['danger', { ...filled, hazard: undefined }, template],
    ['level', { ...filled, level: undefined }, template],
    ['areas', { ...filled, areas: [] }, template],
    ['template', filled, undefined],
  ] as const)('is nothing without its %s', (_, draft, wording) => {
    expect(bodyOf(draft, wording)).toBeUndefined()
  })

  it('reaches nobody where a drill is only rehearsed, and never where it is real', () => {
    const drill: Draft = { ...filled, mode: 'exercise', rehearsal: true }

    expect(bodyOf(drill, template)?.reaches).toBe('nobody')
    expect(bodyOf({ ...drill, mode: 'actual' }, template)).not.toHaveProperty('reaches')
  })

  it('leaves out a language in which nothing was written', () => {
    const body = bodyOf({ ...filled, texts: { lo: '  ', en: ' Go now ' } }, 'own')

    expect(body?.texts).toEqual({ en: 'Go now' })
    expect(body?.template).toBeUndefined()
  })

  it('is a preparedness message days ahead, and of the danger otherwise', () => {
    expect(kindOf('river-flood', 'prepare', undefined)).toBe('preparedness')
    expect(kindOf('dam-break', 'evacuate', undefined)).toBe('flood')
    expect(kindOf('heavy-rain', 'evacuate', { kinds: ['landslide'] })).toBe('landslide')
  })

  it('counts a time that nobody set from when the level was chosen, to the next half hour', () => {
    expect(usualTime('by', { ...filled, level: 'evacuate' })).toBe('2026-11-22T05:30:00.000Z')
    expect(usualTime('by', { ...filled, hazard: 'flash-flood', level: 'evacuate' })).toBe(
      '2026-11-22T04:30:00.000Z',
    )
    expect(usualTime('until', { ...filled, level: 'watch' })).toBe('2026-11-24T03:30:00.000Z')
  })

  it('is for whom the officer chose where it is a preparedness message, and for everybody where it is a danger', () => {
    const chosen: Draft = { ...filled, duties: ['head'], exposures: [3, 2] }

    expect(bodyOf({ ...chosen, level: 'prepare' }, 'own')?.audience).toEqual({
      duties: ['head'],
      exposures: [3, 2],
    })
    expect(bodyOf({ ...chosen, level: 'prepare', exposures: [] }, 'own')?.audience).toEqual({
      duties: ['head'],
    })
    expect(bodyOf({ ...filled, level: 'prepare' }, 'own')).not.toHaveProperty('audience')
    expect(bodyOf(chosen, template)).not.toHaveProperty('audience')
  })

  it.each([
    ['12.4', 12.4],
    ['12,4', 12.4],
    [' 3 ', 3],
    ['', Number.NaN],
    ['high', Number.NaN],
  ])('reads %j as metres', (typed, metres) => {
    expect(metresOf(typed)).toBe(metres)
  })
})

const chosenOf = (draft: Draft, templates: readonly TemplateView[]): string =>
  chosenWording(draft, fittingTemplates(draft, templates))

describe('the template of a draft', () => {
  const other = { ...template, id: 'flood-update', modes: ['exercise' as const] }

  it('is the first that fits until another is chosen, and that again where the choice no longer fits', () => {
    expect(chosenOf(filled, [template, other])).toBe('flood-warning')
    expect(chosenOf({ ...filled, mode: 'exercise', wording: 'flood-update' }, [template, other])).toBe(
      'flood-update',
    )
    expect(chosenOf({ ...filled, mode: 'actual', wording: 'flood-update' }, [template, other])).toBe(
      'flood-warning',
    )
  })

  it('is words of one’s own where none fits', () => {
    expect(chosenOf({ ...filled, hazard: 'storm' }, [template])).toBe('own')
  })
})

describe('a draft from an alert', () => {
  it('copies the choices of a former one, but not its water level and times', () => {
    const draft = copyOf(alertWith(version), nowIso)

    expect(draft).toMatchObject({ hazard: 'river-flood', level: 'warning', mode: 'exercise' })
    expect(draft.areas).toEqual(['1308910', '1308911'])
    expect(draft.slots).toEqual({ river: { lo: 'ນ້ຳ', en: 'Nam' } })
    expect(draft.attempt).toBeUndefined()
    expect(draft.holdsUntilIso).toBeUndefined()
  })

  it('edits an alert in place: unchanged it is what the alert holds', () => {
    const draft = editOf(alertWith(version), nowIso)

    expect(draft.attempt).toMatchObject({ alertId: 'a1', etag: '"7"' })
    expect(bodyOf(draft, template)).toEqual(draft.attempt?.body)
  })

  it('edits and copies for whom a preparedness message is', () => {
    const audience = { exposures: [3 as const] }
    const source: Source = {
      ...alertWith({ ...version, level: 'prepare', template: null, audience }),
      kind: 'preparedness',
    }
    const draft = editOf(source, nowIso)

    expect(bodyOf(draft, 'own')).toEqual(draft.attempt?.body)
    expect(draft.attempt?.body.audience).toEqual(audience)
    expect(bodyOf(copyOf(source, nowIso), 'own')?.audience).toEqual(audience)
  })

  it('keeps the kind of the alert that it edits, which no edit may change', () => {
    const draft = editOf({ ...alertWith(version), kind: 'other' }, nowIso)

    expect(bodyOf({ ...draft, level: 'prepare' }, 'own')?.kind).toBe('other')
  })

  it('copies what last told of the danger, never the words that ended it', () => {
    const ended = { ...version, areas: ['1308910'], template: null, texts: { en: 'ALL CLEAR' } }
    const after = (level: 'all-clear' | 'cancel'): Draft =>
      copyOf({ ...alertWith(version), level, versions: [version, { ...ended, level }] }, nowIso)

    for (const draft of [after('all-clear'), after('cancel')]) {
      expect(draft).toEqual(copyOf(alertWith(version), nowIso))
      expect(draft).toMatchObject({ level: 'warning', areas: version.areas, wording: 'flood-warning' })
    }
  })

  it('takes up words of an officer’s own', () => {
    const draft = copyOf(alertWith({ ...version, template: null }), nowIso)

    expect(draft).toMatchObject({ wording: 'own', texts: { lo: '', en: 'Go' } })
  })

  it('is untouched only while nothing would be missed', () => {
    expect(isUntouched(emptyDraft(nowIso))).toBe(true)
    expect(isUntouched({ ...emptyDraft(nowIso), areas: ['13'] })).toBe(false)
  })
})
