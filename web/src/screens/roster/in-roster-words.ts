import type { CallFailure } from '../../api/call-api.ts'
import type { Sending } from '../../api/use-send.ts'
import type { Say } from '../../words/language.ts'
import { fieldFaultsLo, rosterRefusals } from '../../words/roster-words.ts'

type Faults = Readonly<Record<string, string>>

/** The refusal of a send in the words of the roster's screens, in the language of the device. */
export const inRosterWords = (sending: Sending, say: Say): Sending => {
  const { failure } = sending
  if (failure?.kind !== 'problem') return sending
  const words = rosterRefusals[failure.problem.code]
  if (words === undefined) return sending
  const errors = failure.problem.errors.map(({ path, message }) => ({
    path,
    message: say({ en: message, lo: fieldFaultsLo[fieldOf(path)] ?? message }),
  }))
  return { ...sending, failure: { ...failure, problem: { ...failure.problem, detail: say(words), errors } } }
}

const fieldOf = (path: string): string => path.split('.')[1] ?? path

/** What is wrong in which field of a form, as the API told it. */
export const faultsOf = (failure: CallFailure | undefined): Faults =>
  failure?.kind === 'problem'
    ? Object.fromEntries(failure.problem.errors.map(({ path, message }) => [fieldOf(path), message]))
    : {}

export const wasEditedMeanwhile = (failure: CallFailure | undefined): boolean =>
  failure?.kind === 'problem' && failure.problem.code === 'edited-meanwhile'
