import type { Transition } from './transition.ts'

/**
 * `waiting-for-file` → `planning` → `planned` | `refused` → `applying` → `applied` | `applied-in-part` →
 * `undoing` → `undone` | `undone-in-part`. `-in-part`: some villages were edited meanwhile and are named.
 */
export const importStates = [
  'waiting-for-file',
  'planning',
  'planned',
  'refused',
  'applying',
  'applied',
  'applied-in-part',
  'undoing',
  'undone',
  'undone-in-part',
] as const
export type ImportState = (typeof importStates)[number]

const importActions = [
  'plan',
  'finish-plan',
  'refuse',
  'apply',
  'finish-apply',
  'finish-apply-in-part',
  'undo',
  'finish-undo',
  'finish-undo-in-part',
] as const
export type ImportAction = (typeof importActions)[number]

/** The life of an import. The conditions of its writes come from here. */
export const importTransitions: readonly Transition<ImportState, ImportAction>[] = [
  { action: 'plan', from: ['waiting-for-file', 'planned', 'refused'], to: 'planning' },
  { action: 'finish-plan', from: ['planning'], to: 'planned' },
  { action: 'refuse', from: ['planning'], to: 'refused' },
  { action: 'apply', from: ['planned'], to: 'applying' },
  { action: 'finish-apply', from: ['applying'], to: 'applied' },
  { action: 'finish-apply-in-part', from: ['applying'], to: 'applied-in-part' },
  { action: 'undo', from: ['applied', 'applied-in-part'], to: 'undoing' },
  { action: 'finish-undo', from: ['undoing'], to: 'undone' },
  { action: 'finish-undo-in-part', from: ['undoing'], to: 'undone-in-part' },
]

/** States in which the worker has something to do, with the job that does it. */
export const workingStates = { plan: 'planning', apply: 'applying', undo: 'undoing' } as const
export type ImportJob = keyof typeof workingStates
