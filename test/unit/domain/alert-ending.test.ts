import { describe, expect, it } from 'vitest'
import { isLiveIn, isNotEnded, lastDanger, remainingOf } from '../../../shared/domain/alert-ending.ts'
import { districtsOf } from '../../../shared/domain/laos-areas.ts'
import type { Level } from '../../../shared/domain/level.ts'

const issued = (level: Level, areas = ['1308', '1309'], expiresAtEpochSeconds = 100) => ({
  level,
  areas,
  issuedAtEpochSeconds: 1,
  expiresAtEpochSeconds,
})
const draft = { level: 'all-clear', areas: ['1308', '1309'], expiresAtEpochSeconds: 100 } as const
const actual = { kind: 'flood', mode: 'actual' } as const

describe('what remains of an alert', () => {
  it.each([
    ['is nothing before it was issued', [{ ...draft, level: 'warning' as const }], [], []],
    ['is all of it once it was issued', [issued('warning')], ['1308', '1309'], []],
    ['is all of it while its all-clear is a draft', [issued('warning'), draft], ['1308', '1309'], []],
    ['is nothing after an all-clear for all', [issued('warning'), issued('all-clear')], [], []],
    ['is nothing after one for the province', [issued('warning'), issued('all-clear', ['13'])], [], []],
    ['is nothing after a cancel', [issued('warning'), issued('cancel')], [], []],
    ['is the other district after one', [issued('warning'), issued('all-clear', ['1309'])], ['1308'], []],
    [
      'is a district but for its village',
      [issued('warning'), issued('all-clear', ['1308001'])],
      ['1308', '1309'],
      ['1308001'],
    ],
    [
      'is nothing of a district after one for the last of its villages',
      [
        issued('warning', ['1308']),
        issued('all-clear', ['1308001']),
        { ...issued('all-clear', ['1308002']), districtsOver: ['1308'] },
      ],
      [],
      [],
    ],
    [
      'is nothing after several that make up all',
      [issued('warning'), issued('all-clear', ['1308']), issued('all-clear', ['1309'])],
      [],
      [],
    ],
    [
      'is nothing after one for each district of a province',
      [issued('warning', ['15']), ...districtsOf('15').map(({ code }) => issued('all-clear', [code]))],
      [],
      [],
    ],
    [
      'is the other districts of a province, and of one of them what its village leaves',
      [issued('warning', ['15']), issued('all-clear', ['1501', '1502']), issued('all-clear', ['1503001'])],
      ['1503', '1504'],
      ['1503001'],
    ],
    [
      'is all of it again after an update',
      [issued('warning'), issued('all-clear'), issued('evacuate')],
      ['1308', '1309'],
      [],
    ],
  ])('%s', (_, versions, areas, cleared) => {
    expect(remainingOf(versions)).toEqual({ areas, cleared })
    expect(isNotEnded(actual, versions)).toBe(areas.length > 0)
  })

  it('is owed to nobody after a drill or a preparedness message', () => {
    expect(isNotEnded({ ...actual, mode: 'exercise' }, [issued('warning')])).toBe(false)
    expect(isNotEnded({ ...actual, kind: 'preparedness' }, [issued('prepare')])).toBe(false)
  })

  it('is of the last danger that was issued', () => {
    const last = issued('evacuate')

    expect(lastDanger([issued('warning'), last, issued('all-clear'), draft])).toBe(last)
    expect(lastDanger([draft])).toBeUndefined()
  })
})

describe('an alert is live', () => {
  it.each([
    ['where it was issued', [issued('warning')], ['1308'], 50, true],
    ['in a village of its areas', [issued('warning')], ['1308001'], 50, true],
    ['in what holds its areas', [issued('warning')], ['13'], 50, true],
    ['while its all-clear is a draft', [issued('warning'), draft], ['1308'], 50, true],
    ['not elsewhere', [issued('warning')], ['1310'], 50, false],
    ['not before', [draft], ['1308'], 50, false],
    ['not when its time is over', [issued('warning')], ['1308'], 100, false],
    ['not after an all-clear', [issued('warning'), issued('all-clear')], ['1308'], 50, false],
    ['not after a cancel', [issued('warning'), issued('cancel')], ['1308'], 50, false],
    [
      'not where it was cleared',
      [issued('warning'), issued('all-clear', ['1308001'])],
      ['1308001'],
      50,
      false,
    ],
    ['around what was cleared', [issued('warning'), issued('all-clear', ['1308001'])], ['1308'], 50, true],
  ])('%s', (_, versions, areas, now, live) => {
    expect(isLiveIn('flood', versions, areas, now)).toBe(live)
    expect(isLiveIn('preparedness', versions, areas, now)).toBe(false)
  })
})
