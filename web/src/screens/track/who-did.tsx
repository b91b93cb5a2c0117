import type { Alert, Version } from '../../api/alert.ts'
import { usePersonNames } from '../../names/use-person-names.ts'
import { useWords } from '../../words/language.ts'
import { personWords } from '../../words/person-words.ts'

/** Who wrote a version, and let it go out or stopped it. */
export const WhoDid = ({ alert, version }: { alert: Alert; version: Version }) => {
  const say = useWords()
  const nameOf = usePersonNames(alert.people)
  const { history, submission, approval, breakGlass, state } = version
  const written = history[0]?.by ?? alert.createdBy
  const stopped = state === 'stopped' ? history.filter(({ action }) => action === 'stop').pop() : undefined
  const deeds = [
    { words: personWords.written, by: written },
    { words: personWords.submitted, by: submission?.by === written ? undefined : submission?.by },
    { words: personWords.approved, by: approval?.by },
    { words: personWords.alone, by: breakGlass?.by },
    { words: personWords.stopped, by: stopped?.by },
  ]
  const texts = deeds.flatMap(({ words, by }) => (by === undefined ? [] : [say(words, { name: nameOf(by) })]))
  return <p class="hint">{texts.join('. ')}</p>
}
