import { Tag } from '../../ui/tag.tsx'
import { useWords } from '../../words/language.ts'
import { scheduleStateWords, scheduleWords } from '../../words/schedule-words.ts'
import type { Schedule } from './recurrence-text.ts'

/** What a schedule is in, and whether it waits for somebody. */
export const ScheduleTags = ({ schedule }: { schedule: Schedule }) => {
  const say = useWords()
  const { state, awaitsReconfirmation } = schedule
  return (
    <p class="chips">
      <Tag tone={state === 'paused' ? 'waits' : 'plain'}>{say(scheduleStateWords[state])}</Tag>
      {awaitsReconfirmation ? <Tag tone="waits">{say(scheduleWords.awaits)}</Tag> : null}
    </p>
  )
}
