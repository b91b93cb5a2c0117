import type { OwnDraft } from '../drafts/use-kept-draft.ts'
import { draftWords } from '../words/draft-words.ts'
import { useWords } from '../words/language.ts'

type Props = { own: Pick<OwnDraft<object>, 'isKept' | 'wasKept' | 'restart'> }

/** Says that one goes on with what was left on the device, with the way to begin anew; or that it keeps nothing. */
export const KeptDraft = ({ own }: Props) => {
  const say = useWords()
  return (
    <>
      {own.isKept ? null : <p class="error">{say(draftWords.notKept)}</p>}
      {own.wasKept ? (
        <div class="card">
          <p>{say(draftWords.goesOn)}</p>
          <button type="button" onClick={own.restart}>
            {say(draftWords.discard)}
          </button>
        </div>
      ) : null}
    </>
  )
}
