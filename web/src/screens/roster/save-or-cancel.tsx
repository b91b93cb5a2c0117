import { useState } from 'preact/hooks'
import type { Sending } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'
import { villageSays, villageWords } from '../../words/village-words.ts'
import { wasEditedMeanwhile } from './form-faults.ts'

type Props = { sending: Sending; onCancel: () => void; reload: () => void; children?: string }

/**
 * The end of a form of the roster. Where somebody else was faster it offers their edit: what was typed here stays
 * in the form, everything else becomes theirs, and the next press saves over that.
 */
export const SaveOrCancel = ({ sending, onCancel, reload, children }: Props) => {
  const say = useWords()
  const [taken, setTaken] = useState<unknown>(undefined)
  const { failure } = sending
  const isTaken = failure !== undefined && taken === failure
  return (
    <>
      {wasEditedMeanwhile(failure) ? (
        <p>
          <button
            type="button"
            onClick={() => {
              setTaken(failure)
              reload()
            }}
          >
            {say(villageWords.reload)}
          </button>
        </p>
      ) : null}
      <p role="status">{isTaken ? say(villageWords.readMore) : null}</p>
      <div class="chips">
        <SendButton sending={isTaken ? { ...sending, failure: undefined } : sending} says={villageSays}>
          {children ?? say(formWords.save)}
        </SendButton>
        <button type="button" onClick={onCancel}>
          {say(formWords.cancel)}
        </button>
      </div>
    </>
  )
}
