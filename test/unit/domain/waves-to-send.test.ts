import { describe, expect, it } from 'vitest'
import { versionStates } from '../../../shared/domain/version.ts'
import { wavesToSend } from '../../../shared/domain/waves-to-send.ts'
import { buildRecipient } from '../../support/dispatch-builders.ts'

const first = buildRecipient({ wave: 1, state: 'pending' })
const second = buildRecipient({ wave: 2, state: 'sending' })
const both = { recipients: [first, second] }
const opened = { secondWaveOpenedAtEpochSeconds: 1 }

describe('wavesToSend', () => {
  it('holds the second wave back until it is open', () => {
    expect(wavesToSend(both, { state: 'dispatching' })).toEqual([1])
    expect(wavesToSend(both, { state: 'dispatching', ...opened })).toEqual([1, 2])
    expect(wavesToSend({ recipients: [second] }, { state: 'dispatching' })).toEqual([])
  })

  it('names waves with open work alone', () => {
    const accepted = buildRecipient({ wave: 1, state: 'accepted' })

    expect(wavesToSend({ recipients: [accepted, second] }, { state: 'dispatching', ...opened })).toEqual([2])
  })

  it.each(['expired', 'superseded'] as const)('names any one wave where the version is %s', (state) => {
    expect(wavesToSend(both, { state })).toEqual([1])
    expect(wavesToSend({ recipients: [second] }, { state })).toEqual([2])
  })

  it('names none while the version is stopped, or in any other state', () => {
    const quiet = versionStates.filter((state) => wavesToSend(both, { state, ...opened }).length === 0)

    expect(quiet).toEqual(['draft', 'submitted', 'approved', 'stopped', 'completed', 'rejected'])
  })
})
