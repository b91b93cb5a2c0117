import type { Say } from '../../words/language.ts'
import { fieldFaults } from '../../words/village-words.ts'

/** A fault that the form finds itself, before anything is sent. */
export const localFault = (say: Say, field: string): string => {
  const words = fieldFaults[field]
  return words === undefined ? '' : say(words)
}
