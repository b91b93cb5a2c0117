import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { areaName } from '../../names/area-name.ts'
import { useSignal } from '../../signal.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { deadLetterWords, queueWords } from '../../words/dead-letter-words.ts'
import { shortTime } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'

type DeadQueue = AnswerOf<'GET /v1/dead-letters'>['queues'][number]
type DeadLetter = DeadQueue['messages'][number]
type OnRedriven = (answer: AnswerOf<'POST /v1/dead-letters/redrive'>) => void
type QueueName = DeadQueue['queue']

/** When and how often it failed, as far as somebody counted. */
const Failures = ({ letter }: { letter: DeadLetter }) => {
  const say = useWords()
  const { firstFailedAtIso, lastFailedAtIso, failures, sentAtIso } = letter
  const told = [
    firstFailedAtIso === null
      ? say(deadLetterWords.since, { time: shortTime(sentAtIso) })
      : say(deadLetterWords.firstFailed, { time: shortTime(firstFailedAtIso) }),
    ...(lastFailedAtIso === null || lastFailedAtIso === firstFailedAtIso
      ? []
      : [say(deadLetterWords.lastFailed, { time: shortTime(lastFailedAtIso) })]),
    ...(failures === null ? [] : [say(deadLetterWords.tries, { n: failures })]),
  ]
  return <p class="hint">{told.join(', ')}.</p>
}

type LetterProps = { queue: QueueName; letter: DeadLetter; onRedriven: OnRedriven }

const Letter = ({ queue, letter, onRedriven }: LetterProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { messageId, work, reason, alertId, district, village } = letter
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/dead-letters/redrive', {
        idempotencyKey,
        body: { queue, messageIds: [messageId] },
      }),
    onRedriven,
  )
  const place = [district === null ? [] : areaName(district, language), village ?? []].flat().join(', ')
  return (
    <li class="card">
      <h3>
        {work[language]}
        {place === '' ? null : `: ${place}`}
      </h3>
      <p>{reason[language]}</p>
      <Failures letter={letter} />
      {alertId === null ? null : (
        <p>
          <a class="tap" href={`/alerts/${alertId}`}>
            {say(deadLetterWords.seeAlert)}
          </a>
        </p>
      )}
      <SendButton sending={sending} kind="usual">
        {say(deadLetterWords.again)}
      </SendButton>
    </li>
  )
}

/** What lies behind one queue, to be done again one by one or all at once. */
export const Queue = ({ queue, onRedriven }: { queue: DeadQueue; onRedriven: OnRedriven }) => {
  const say = useWords()
  const name = say(queueWords[queue.queue])
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/dead-letters/redrive', { idempotencyKey, body: { queue: queue.queue } }),
    onRedriven,
  )
  return (
    <section>
      <h2>{say(deadLetterWords.waiting, { queue: name, n: queue.waiting })}</h2>
      <p>
        <SendButton sending={sending}>{say(deadLetterWords.allAgain, { queue: name })}</SendButton>
      </p>
      {queue.messages.some(({ unreadable }) => unreadable) ? (
        <p class="hint">{say(deadLetterWords.notAll)}</p>
      ) : null}
      <ul class="plain-list">
        {queue.messages.map((letter) => (
          <Letter key={letter.messageId} queue={queue.queue} letter={letter} onRedriven={onRedriven} />
        ))}
      </ul>
    </section>
  )
}
