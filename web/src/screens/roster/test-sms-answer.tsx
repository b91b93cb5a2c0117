import { useState } from 'preact/hooks'
import { testAnswers, type TestAnswer } from '../../../../shared/domain/test-sms/test-sms.ts'
import { callApi } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { useWords } from '../../words/language.ts'
import { testAnswerWords, testSmsWords } from '../../words/test-sms-words.ts'
import type { TestSmsProps } from './test-sms.tsx'
import type { TestOfMember } from './use-test-sms.ts'

type Change = { script: 'latin'; language?: 'en' }

const OfferButton = ({
  village,
  member,
  onVillage,
  change,
  children,
}: TestSmsProps & { change: Change; children: string }) => {
  const sending = useSend(
    () =>
      callApi('PATCH /v1/villages/{code}/members/{memberId}', {
        params: { code: village.code, memberId: member.id },
        body: change,
        ifMatch: village.etag,
      }),
    onVillage,
  )
  return (
    <SendButton kind="usual" sending={sending}>
      {children}
    </SendButton>
  )
}

/** What can be done for a phone that shows no Lao letters, and what that changes. */
const ForBoxes = (props: TestSmsProps) => {
  const say = useWords()
  const { member } = props
  if (member.language !== 'lo') return null
  return (
    <>
      <p>{say(testSmsWords.boxes)}</p>
      {member.script === 'latin' ? null : (
        <p>
          <OfferButton {...props} change={{ script: 'latin' }}>
            {say(testSmsWords.note)}
          </OfferButton>{' '}
          <span class="hint">{say(testSmsWords.noteWhy)}</span>
        </p>
      )}
      <p>
        <OfferButton {...props} change={{ script: 'latin', language: 'en' }}>
          {say(testSmsWords.english)}
        </OfferButton>{' '}
        <span class="hint">{say(testSmsWords.englishWhy, { name: member.name })}</span>
      </p>
    </>
  )
}

/** What the person said of the test: one of four answers, kept with who wrote it down. */
export const TestSmsAnswer = ({ test, ...props }: TestSmsProps & { test: TestOfMember }) => {
  const say = useWords()
  const { village, member, loadedTests } = props
  const [chosen, setChosen] = useState<TestAnswer | undefined>(test.answer?.said)
  const sending = useSend(
    () =>
      callApi('PUT /v1/villages/{code}/members/{memberId}/test-sms/answer', {
        params: { code: village.code, memberId: member.id },
        body: { id: test.id, said: chosen ?? 'not-asked' },
      }),
    loadedTests.reload,
  )
  return (
    <>
      <Radios
        name={`said-${member.id}`}
        legend={say(testSmsWords.ask, { name: member.name })}
        options={testAnswers.map((said) => ({ value: said, label: say(testAnswerWords[said]) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <SendButton kind="usual" sending={sending} disabled={chosen === undefined}>
        {say(testSmsWords.keep)}
      </SendButton>
      <p role="status">{test.answer === null ? null : say(testSmsWords.kept)}</p>
      {test.answer?.said === 'unreadable' ? <ForBoxes {...props} /> : null}
    </>
  )
}
