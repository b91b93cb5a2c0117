import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverages } from '../../shared/domain/coverage.ts'
import { deliveryStateLabels } from '../../shared/domain/delivery-labels.ts'
import { deliveryActions, deliveryStates, deliveryTransitions } from '../../shared/domain/delivery.ts'
import { coverageLabels, versionStateLabels } from '../../shared/domain/state-labels.ts'
import { versionActions, versionStates, versionTransitions } from '../../shared/domain/version.ts'
import { problemStatuses } from '../../shared/errors.ts'
import { statesDocument } from '../../scripts/states-document.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

/** States that some chain of actions leads to. */
const reach = (first: string, rows: readonly { from: readonly string[]; to: string }[]): string[] => {
  const reached = new Set([first])
  for (let round = 0; round < rows.length; round += 1) {
    for (const { from, to } of rows) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  return [...reached].toSorted()
}

describe('states', () => {
  it('are told in docs/states.md as the tables have them (npm run docs:states writes it)', () => {
    expect(read('docs/states.md')).toBe(statesDocument())
  })

  it.each([
    ['a version', versionStates, versionStateLabels],
    ['a delivery', deliveryStates, deliveryStateLabels],
    ['a village', coverages, coverageLabels],
  ])('of %s have a label in English and in Lao', (_what, states, labels) => {
    const all: Readonly<Record<string, { en: string; lo: string }>> = labels

    expect(states.filter((state) => !/[a-z]/i.test(all[state]?.en ?? ''))).toEqual([])
    expect(states.filter((state) => !/[\u0e80-\u0eff]/.test(all[state]?.lo ?? ''))).toEqual([])
  })

  it.each([
    ['a version', versionActions, versionTransitions],
    ['a delivery', deliveryActions, deliveryTransitions],
  ])('of %s change by exactly one row an action', (_what, actions, transitions) => {
    expect(transitions.map(({ action }) => action).toSorted()).toEqual([...actions].toSorted())
  })

  it('can all be reached from the first', () => {
    expect(reach('draft', versionTransitions)).toEqual([...versionStates].toSorted())
    expect(reach('pending', deliveryTransitions)).toEqual([...deliveryStates].toSorted())
  })
})

describe('docs/lifecycle.md', () => {
  it('says of every step of a version who takes it', () => {
    const told = [...read('docs/lifecycle.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, action = '']) => action,
    )

    expect(versionActions.filter((action) => !told.includes(action))).toEqual([])
  })
})

describe('docs/errors.md', () => {
  it('lists every code with its status, and no other', () => {
    const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+)` \| (\d+) \|/gm)]
    const listed = Object.fromEntries(rows.map(([, code = '', status = '']) => [code, Number(status)]))

    expect(listed).toEqual(problemStatuses)
  })
})
