import type { Sending } from '../../api/use-send.ts'
import type { Say } from '../../words/language.ts'
import { userFaultsLo, userRefusals } from '../../words/users-words.ts'

const fieldOf = (path: string): string => path.split('.')[1] ?? path

/** The refusal of a send in the words of the users' screens, in the language of the device. */
export const inUserWords = (sending: Sending, say: Say): Sending => {
  const { failure } = sending
  if (failure?.kind !== 'problem') return sending
  const words = userRefusals[failure.problem.code]
  if (words === undefined) return sending
  const errors = failure.problem.errors.map(({ path, message }) => ({
    path,
    message: say({ en: message, lo: userFaultsLo[fieldOf(path)] ?? message }),
  }))
  return { ...sending, failure: { ...failure, problem: { ...failure.problem, detail: say(words), errors } } }
}

/** Whether what was read is not what is there any more. */
export const mustReadAnew = ({ failure }: Sending): boolean =>
  failure?.kind === 'problem' &&
  ['edited-meanwhile', 'changed-meanwhile', 'wrong-state'].includes(failure.problem.code)
