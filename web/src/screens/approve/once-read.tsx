import { Fragment, type ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { approveWords } from '../../words/approve-words.ts'
import { useWords } from '../../words/language.ts'

/**
 * What may be done about something that was read. The screen follows the alert: where something else stands there now,
 * it has to be read before.
 */
export const OnceRead = ({ what, children }: { what: string; children: ComponentChildren }) => {
  const say = useWords()
  const [read, setRead] = useState(what)
  if (read === what) return <Fragment key={what}>{children}</Fragment>
  return (
    <div role="alert" class="error">
      <p>{say(approveWords.changedMeanwhile)}</p>
      <button type="button" onClick={() => setRead(what)}>
        {say(approveWords.readIt)}
      </button>
    </div>
  )
}
