import { transitionOf } from '../domain/transition.ts'
import { versionTransitions, type VersionAction } from '../domain/version.ts'

/**
 * A step in a version's life as parts of an UpdateItem, from the one table of transitions. `orStays`: also where the
 * version is already what the step makes of it.
 */
export const expressTransition = (action: VersionAction, { orStays = false } = {}) => {
  const { from, to } = transitionOf(versionTransitions, action)
  const states = orStays ? [...from, to] : from
  return {
    condition: `#state IN (${states.map((_, index) => `:from${index}`).join(', ')})`,
    names: { '#state': 'state' },
    values: { ...Object.fromEntries(states.map((state, index) => [`:from${index}`, state])), ':to': to },
  }
}
