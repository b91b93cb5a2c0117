import type { Sending } from '../../api/use-send.ts'
import type { Say } from '../../words/language.ts'
import { scheduleRefusals } from '../../words/schedule-words.ts'

/** The refusal of a send in the words of the screens of schedules, in the language of the device. */
export const inScheduleWords = (sending: Sending, say: Say): Sending => {
  const { failure } = sending
  if (failure?.kind !== 'problem') return sending
  const words = scheduleRefusals[failure.problem.code]
  if (words === undefined) return sending
  return { ...sending, failure: { ...failure, problem: { ...failure.problem, detail: say(words) } } }
}
