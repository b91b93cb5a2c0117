import { describe, expect, it } from 'vitest'
import { fillText, readSlots, type SlotInput } from '../../../../shared/domain/templates/read-slots.ts'

const nowMs = Date.parse('2026-07-23T12:00:00+07:00')
const template = { slots: { river: 'river', place: 'place', level: 'metres', by: 'time' } } as const
const good = {
  river: 'xe-champhone',
  place: { lo: 'ແກ້ງດີ', en: 'Kengdi' },
  level: 7.456,
  by: '2026-07-23T18:00:00+07:00',
} as const
const faultsOf = (over: Record<string, SlotInput>) =>
  readSlots(template, { ...good, ...over }, nowMs).faults.map(({ slot }) => slot)

describe('the slots of a template', () => {
  it('become words in both languages, times as people in Laos read them', () => {
    expect(readSlots(template, good, nowMs)).toEqual({
      faults: [],
      values: {
        river: { lo: 'ເຊຈຳພອນ', en: 'Xe Champhone' },
        place: { lo: 'ແກ້ງດີ', en: 'Kengdi' },
        level: { lo: '7.46', en: '7.46' },
        by: { lo: '23/07 18:00', en: '23/07 18:00' },
      },
    })
  })

  it('are all refused at once, each with its place', () => {
    const { faults } = readSlots(template, { river: 'Rhine', level: 0, colour: 'red' }, nowMs)

    expect(faults.map(({ slot }) => slot).toSorted()).toEqual(['by', 'colour', 'level', 'place', 'river'])
    expect(JSON.stringify(faults)).not.toContain('Rhine')
  })

  it.each([
    ['a place that stands in no list', { place: 'atlantis' }],
    ['a river that is a place', { river: 'pakse' }],
    ['a name without Lao letters', { place: { lo: 'Kengdi', en: 'Kengdi' } }],
    ['an English name that doubles the parts', { place: { lo: 'ແກ້ງດີ', en: 'Kengdi’s' } }],
    ['a name with a slot in it', { place: { lo: 'ແກ້ງ{desk}', en: 'Kengdi' } }],
    ['a name with a link', { place: { lo: 'ແກ້ງດີ', en: 'www.example.com' } }],
    ['a name of half an SMS', { place: { lo: 'ແ'.repeat(31), en: 'Kengdi' } }],
    ['an empty name', { place: { lo: ' ', en: 'Kengdi' } }],
  ])('take no %s', (_, over: Record<string, SlotInput>) => {
    expect(faultsOf(over)).toEqual(Object.keys(over))
  })

  it.each([
    ['below the ground', { level: -1 }],
    ['above any river', { level: 61 }],
    ['as words', { level: '7 m' }],
  ])('take no level %s', (_, over: Record<string, SlotInput>) => {
    expect(faultsOf(over)).toEqual(['level'])
  })

  it.each([
    ['that is over', '2026-07-23T11:59:00+07:00'],
    ['without an offset', '2026-07-23T18:00:00'],
    ['in words', 'tonight'],
    ['that the calendar does not have', '2026-07-99T18:00:00+07:00'],
    ['of next year', '2027-07-23T18:00:00+07:00'],
  ])('take no time %s', (_, by) => {
    expect(faultsOf({ by })).toEqual(['by'])
  })

  it('have no names from outside', () => {
    const { values, faults } = readSlots(template, { ...good, toString: 'x' }, nowMs)

    expect(faults).toMatchObject([{ slot: 'toString' }])
    expect(fillText('{toString} {river}', { river: 'Mekong' })).toBe('{toString} Mekong')
    expect(Object.keys(values)).not.toContain('toString')
  })
})
