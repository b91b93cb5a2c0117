import { coverages } from '../shared/domain/coverage.ts'
import { deliveryStateLabels } from '../shared/domain/delivery-labels.ts'
import { deliveryStates, deliveryTransitions } from '../shared/domain/delivery.ts'
import { importStates } from '../shared/domain/import-state.ts'
import { coverageLabels, versionStateLabels } from '../shared/domain/state-labels.ts'
import type { Transition } from '../shared/domain/transition.ts'
import { versionStates, versionTransitions } from '../shared/domain/version.ts'
import type { Wording } from '../shared/domain/wording.ts'

const labelTable = (states: readonly string[], labels: Readonly<Record<string, Wording>>): string => {
  const rows = states.map((state) => {
    const label = labels[state]
    const mark = label?.laoReviewedBy === null ? ' (unreviewed)' : ''
    return `| \`${state}\` | ${label?.en ?? ''} | ${label?.lo ?? ''}${mark} |`
  })
  return ['| state | English | Lao |', '|---|---|---|', ...rows].join('\n')
}

const transitionTable = (transitions: readonly Transition<string, string>[]): string =>
  [
    '| action | from | to |',
    '|---|---|---|',
    ...transitions.map(
      ({ action, from, to }) =>
        `| ${action} | ${from.map((state) => `\`${state}\``).join(', ')} | \`${to}\` |`,
    ),
  ].join('\n')

/** A picture of the same rows, as GitHub draws it. */
const stateDiagram = (first: string, transitions: readonly Transition<string, string>[]): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...transitions.flatMap(({ action, from, to }) => from.map((state) => `  ${state} --> ${to}: ${action}`)),
    '```',
  ].join('\n')

/** docs/states.md, drawn from the tables of the domain. */
export const statesDocument = (): string => `# States

Written by \`npm run docs:states\` from the tables in \`shared/domain\`: change them there. A test compares.

## A version

[lifecycle.md](lifecycle.md) says who takes which step, and when.

${stateDiagram('draft', versionTransitions)}

${labelTable(versionStates, versionStateLabels)}

${transitionTable(versionTransitions)}

## A delivery: one SMS to one recipient

Accepted proves nothing about a phone, and is never added to delivered. A retry is a new attempt.

${labelTable(deliveryStates, deliveryStateLabels)}

${transitionTable(deliveryTransitions)}

## Coverage of a village

In the order in which the board shows them: what needs a person first. Only acknowledged is green.

${labelTable(coverages, coverageLabels)}

## An import

${importStates.map((state) => `\`${state}\``).join(' · ')}
`
