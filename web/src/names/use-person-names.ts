import { me } from '../sign-in/me.ts'
import { useSignal } from '../signal.ts'
import { useWords } from '../words/language.ts'
import { personWords } from '../words/person-words.ts'

/** Says who has an id, by the names that came with an answer: oneself, somebody, Siang, or who is no user any more. */
export const usePersonNames = (people: Readonly<Record<string, string>>): ((id: string) => string) => {
  const say = useWords()
  const person = useSignal(me)
  return (id) => {
    if (id === person?.id) return say(personWords.you)
    return people[id] ?? (id === 'siang' ? 'Siang' : say(personWords.unknown))
  }
}
