import { useRef } from 'preact/hooks'
import type { Alert } from '../../api/alert.ts'
import type { CallResult } from '../../api/call-api.ts'
import { useSend, type Sending } from '../../api/use-send.ts'
import type { SubmitAnswers } from './submit-draft.ts'

type Submission = {
  sending: Sending
  /** Sends it again with what a refusal asked for. */
  answer: (given: SubmitAnswers) => void
}

/** Submits a draft, and again with what the officer answers to refusals; all of it is sent along each time. */
export const useSubmission = (
  submit: (idempotencyKey: string, answers: SubmitAnswers | undefined) => Promise<CallResult<Alert>>,
  onDone: (alert: Alert) => void,
): Submission => {
  const answers = useRef<SubmitAnswers | undefined>(undefined)
  const sending = useSend((idempotencyKey) => submit(idempotencyKey, answers.current), onDone)
  return {
    sending,
    answer: (given) => {
      answers.current = { ...answers.current, ...given }
      void sending.send()
    },
  }
}
