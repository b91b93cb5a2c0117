import { describe, expect, it } from 'vitest'
import { capValues, levels, openingLevels } from '../../../shared/domain/level.ts'

describe('the table from level to CAP', () => {
  it('has one row for each level', () => {
    expect(Object.keys(capValues).toSorted()).toEqual([...levels].toSorted())
  })

  it('grows in severity with the level', () => {
    const order = ['Unknown', 'Minor', 'Moderate', 'Severe', 'Extreme']
    const severities = openingLevels.map((level) => order.indexOf(capValues[level].severity))

    expect(severities).toEqual(severities.toSorted((a, b) => a - b))
    expect(new Set(severities).size).toBe(openingLevels.length)
  })

  it('begins no alert with a level that speaks of an earlier one', () => {
    expect(openingLevels.map((level) => capValues[level].msgType)).toEqual(openingLevels.map(() => 'Alert'))
    expect(capValues['all-clear']).toMatchObject({
      msgType: 'Update',
      responseType: 'AllClear',
      urgency: 'Past',
    })
  })

  it('says nothing of the danger where a message is withdrawn', () => {
    expect(capValues.cancel).toEqual({
      msgType: 'Cancel',
      severity: 'Unknown',
      urgency: 'Unknown',
      certainty: 'Unknown',
      responseType: 'None',
    })
  })

  it('asks only an evacuation to leave', () => {
    expect(levels.filter((level) => capValues[level].responseType === 'Evacuate')).toEqual(['evacuate'])
  })
})
