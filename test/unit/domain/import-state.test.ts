import { describe, expect, test } from 'vitest'
import { importStates, importTransitions, workingStates } from '../../../shared/domain/import-state.ts'

describe('the life of an import', () => {
  test('names each action once', () => {
    const actions = importTransitions.map(({ action }) => action)

    expect(new Set(actions).size).toBe(actions.length)
  })

  test('reaches every state from waiting for the file', () => {
    const reached = new Set<string>(['waiting-for-file'])
    for (const _ of importStates) {
      for (const { from, to } of importTransitions)
        if (from.some((state) => reached.has(state))) reached.add(to)
    }

    expect([...reached].toSorted()).toEqual([...importStates].toSorted())
  })

  test('never writes to the roster but from a plan', () => {
    const intoApplying = importTransitions.filter(({ to }) => to === 'applying')

    expect(intoApplying).toEqual([{ action: 'apply', from: ['planned'], to: 'applying' }])
  })

  test.each(Object.values(workingStates))('has a way out of %s', (state) => {
    expect(importTransitions.some(({ from }) => from.includes(state))).toBe(true)
  })
})
