import { describe, expect, it } from 'vitest'
import { alertKinds, laneOf, laneOfWave } from '../../../shared/domain/alert.ts'

describe('lanes', () => {
  it('are urgent for every kind but preparedness', () => {
    expect(alertKinds.filter((kind) => laneOf(kind) === 'routine')).toEqual(['preparedness'])
  })

  it('put the first contacts of urgent alerts alone ahead of all', () => {
    expect([laneOfWave('urgent', 1), laneOfWave('urgent', 2)]).toEqual(['first', 'urgent'])
    expect([laneOfWave('routine', 1), laneOfWave('routine', 2)]).toEqual(['routine', 'routine'])
  })
})
