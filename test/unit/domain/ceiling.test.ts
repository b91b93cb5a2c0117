import { describe, expect, it } from 'vitest'
import { stageNames, readStage } from '../../../infra/stages.ts'
import { ceilingOf, isHeldByCeiling, roomFrom, withinTheHour } from '../../../shared/domain/ceiling.ts'
import { levels } from '../../../shared/domain/level.ts'

const perHour = { country: 100, province: 30, district: 10 }

describe('the ceiling of an officer', () => {
  it.each([
    [['LA'], 100],
    [['13'], 30],
    [['1308'], 10],
    [['1308001'], 10],
    [['1308', '1309'], 20],
    [['13', '1401'], 40],
    [['01', '02', '03', '04', '05'], 100],
  ])('of %o is %i', (areas, ceiling) => {
    expect(ceilingOf({ areas }, perHour)).toBe(ceiling)
  })

  it('is what an admin has set where that is more, and never less than the stage gives', () => {
    expect(ceilingOf({ areas: ['1308'], recipientsPerHour: 50 }, perHour)).toBe(50)
    expect(ceilingOf({ areas: ['1308'], recipientsPerHour: 2 }, perHour)).toBe(10)
  })

  it.each(stageNames)('of stage %s lets one officer warn all of Laos twice within an hour', (stage) => {
    const ceiling = ceilingOf({ areas: ['LA'] }, readStage(stage).recipientsPerOfficerAndHour)

    expect(ceiling).toBeGreaterThanOrEqual(2 * 7860 * 6)
  })

  it('holds back everything but evacuations, cancellations and all-clears', () => {
    expect(levels.filter((level) => !isHeldByCeiling(level)).toSorted()).toEqual([
      'all-clear',
      'cancel',
      'evacuate',
    ])
  })
})

describe('the hour', () => {
  const counted = {
    'a#1': { recipients: 6, atEpochSeconds: 1000 },
    'b#1': { recipients: 3, atEpochSeconds: 2000 },
  }

  it('slides: what is an hour old counts no more', () => {
    expect(Object.keys(withinTheHour(counted, 4599))).toEqual(['a#1', 'b#1'])
    expect(Object.keys(withinTheHour(counted, 4600))).toEqual(['b#1'])
  })

  it.each([
    [2, 4600],
    [7, 4600],
    [8, 5600],
    [10, 5600],
    [11, undefined],
  ])('has room for %i more from %s on', (recipients, from) => {
    expect(roomFrom(counted, { recipients, ceiling: 10 })).toBe(from)
  })
})
