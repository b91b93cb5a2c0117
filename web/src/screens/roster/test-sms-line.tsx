import { deliveryStateLabels } from '../../../../shared/domain/delivery-labels.ts'
import type { TestAnswer } from '../../../../shared/domain/test-sms/test-sms.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { shortTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { testAnswerWords, testSmsWords } from '../../words/test-sms-words.ts'
import type { TestOfMember, VillageTests } from './use-test-sms.ts'

const tones: Readonly<Record<TestAnswer, Tone>> = {
  read: 'done',
  unreadable: 'wrong',
  'not-arrived': 'wrong',
  'not-asked': 'waits',
}

const State = ({ test }: { test: TestOfMember }) => {
  const say = useWords()
  const { askedAtIso, state, stateAtIso } = test
  const line = say(testSmsWords.line, {
    time: shortTime(askedAtIso),
    state: say(deliveryStateLabels[state]),
  })
  return (
    <>
      {line}
      {stateAtIso === null || shortTime(stateAtIso) === shortTime(askedAtIso)
        ? null
        : ` (${say(testSmsWords.since, { time: shortTime(stateAtIso) })})`}
    </>
  )
}

type Props = { tests: readonly TestOfMember[]; people: VillageTests['people'] }

/** How far the last test of the number came, and what was last said of one, each with its time. */
export const TestSmsLine = ({ tests, people }: Props) => {
  const say = useWords()
  const [last] = tests
  const answered = tests.find((test) => test.answer !== null)
  const answer = answered?.answer
  if (last === undefined) return null
  return (
    <p role="status">
      <State test={last} />
      {answer === undefined || answer === null ? null : (
        <>
          <br />
          {answered === last ? null : `${say(testSmsWords.before)} `}
          <Tag tone={tones[answer.said]}>{say(testAnswerWords[answer.said])}</Tag>{' '}
          <span class="hint">
            {shortTime(answer.atIso)}, {people[answer.by] ?? answer.by}
          </span>
        </>
      )}
    </p>
  )
}
