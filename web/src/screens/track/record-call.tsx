import { useState } from 'preact/hooks'
import { callOutcomes, type CallOutcome } from '../../../../shared/domain/acknowledgement.ts'
import { callOutcomeWords } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { Failure } from '../../ui/failure.tsx'
import { callListWords } from '../../words/call-list-words.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  alertId: string
  village: string
  memberId?: string
  onRecorded: (outcome: CallOutcome) => void
}

/** What a call came to, in two taps: open, and the outcome. A note may be written first. */
export const RecordCall = ({ alertId, village, memberId, onRecorded }: Props) => {
  const say = useWords()
  const [note, setNote] = useState('')
  const [outcome, setOutcome] = useState<CallOutcome | undefined>(undefined)
  const [recorded, setRecorded] = useState<CallOutcome | undefined>(undefined)
  const noteId = `note-${village}`
  return (
    <details>
      <summary>{say(callListWords.record)}</summary>
      <label for={noteId}>{say(callListWords.note)}</label>
      <input
        id={noteId}
        class="wide"
        maxLength={300}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <p>{say(callListWords.happened)}</p>
      <div class="chips">
        {callOutcomes.map((one) => (
          <OutcomeButton
            key={one}
            outcome={one}
            disabled={outcome !== undefined && outcome !== one}
            send={(idempotencyKey) =>
              callApi('POST /v1/alerts/{alertId}/villages/{code}/acknowledgements', {
                params: { alertId, code: village },
                idempotencyKey,
                body: {
                  outcome: one,
                  ...(memberId === undefined ? {} : { memberId }),
                  ...(note.trim() === '' ? {} : { note: note.trim() }),
                },
              })
            }
            onPress={() => setOutcome(one)}
            onEnd={(done) => {
              setOutcome(undefined)
              if (!done) return
              setRecorded(one)
              setNote('')
              onRecorded(one)
            }}
          />
        ))}
      </div>
      <p role="status">
        {recorded === undefined
          ? null
          : say(callListWords.recorded, { outcome: say(callOutcomeWords[recorded]) })}
      </p>
    </details>
  )
}

type OutcomeProps = {
  outcome: CallOutcome
  disabled: boolean
  send: (
    idempotencyKey: string,
  ) => ReturnType<typeof callApi<'POST /v1/alerts/{alertId}/villages/{code}/acknowledgements'>>
  onPress: () => void
  onEnd: (done: boolean) => void
}

const OutcomeButton = ({ outcome, disabled, send, onPress, onEnd }: OutcomeProps) => {
  const say = useWords()
  const sending = useSend(send, () => undefined)
  const press = async (): Promise<void> => {
    if (sending.busy) return
    onPress()
    onEnd(await sending.send())
  }
  return (
    <>
      <button
        type="button"
        class={outcome === 'needs-help' ? 'danger' : undefined}
        disabled={disabled}
        aria-busy={sending.busy}
        onClick={() => void press()}
      >
        {say(callOutcomeWords[outcome])}
      </button>
      {sending.failure === undefined ? null : <Failure failure={sending.failure} />}
    </>
  )
}
