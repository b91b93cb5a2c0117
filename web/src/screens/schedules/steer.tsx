import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { scheduleWords } from '../../words/schedule-words.ts'
import type { Schedule } from './recurrence-text.ts'

type Props = { schedule: Schedule; onChanged: () => void }
type Step =
  | 'POST /v1/schedules/{scheduleId}/pause'
  | 'POST /v1/schedules/{scheduleId}/resume'
  | 'POST /v1/schedules/{scheduleId}/reconfirm'
  | 'DELETE /v1/schedules/{scheduleId}'

const useStep = ({ schedule: { scheduleId }, onChanged }: Props, step: Step) =>
  useSend(() => callApi(step, { params: { scheduleId } }), onChanged)

/** A yearly run waits for somebody who still wants it: this comes before everything else. */
const Reconfirm = (props: Props) => {
  const say = useWords()
  const sending = useStep(props, 'POST /v1/schedules/{scheduleId}/reconfirm')
  const { nextRunAtIso } = props.schedule
  return (
    <section class="card">
      <p>{say(scheduleWords.awaitsWhat, { time: fullTime(nextRunAtIso ?? '') })}</p>
      <p>
        <SendButton sending={sending}>{say(scheduleWords.reconfirm)}</SendButton>
      </p>
    </section>
  )
}

/** Ending takes two steps, as nothing brings a schedule back. */
const End = (props: Props) => {
  const say = useWords()
  const sending = useStep(props, 'DELETE /v1/schedules/{scheduleId}')
  return (
    <details>
      <summary>{say(scheduleWords.end)}</summary>
      <p>{say(scheduleWords.endWhat)}</p>
      <p>
        <SendButton sending={sending} kind="danger">
          {say(scheduleWords.endYes)}
        </SendButton>
      </p>
    </details>
  )
}

/** What an officer can do with a schedule in the state that it is in. */
export const Steer = (props: Props) => {
  const say = useWords()
  const { schedule } = props
  const pausing = useStep(props, 'POST /v1/schedules/{scheduleId}/pause')
  const resuming = useStep(props, 'POST /v1/schedules/{scheduleId}/resume')
  return (
    <>
      {schedule.awaitsReconfirmation ? <Reconfirm {...props} /> : null}
      {schedule.awaitsReconfirmation || schedule.reconfirmFromIso === null ? null : (
        <p>{say(scheduleWords.askedFrom, { time: fullTime(schedule.reconfirmFromIso) })}</p>
      )}
      <div class="chips">
        <a class="button" href={`/schedules/${schedule.scheduleId}/edit`}>
          {say(scheduleWords.edit)}
        </a>
        {schedule.state === 'paused' ? (
          <SendButton key="resume" sending={resuming}>
            {say(scheduleWords.resume)}
          </SendButton>
        ) : (
          <SendButton key="pause" sending={pausing} kind="usual">
            {say(scheduleWords.pause)}
          </SendButton>
        )}
      </div>
      <End {...props} />
    </>
  )
}
