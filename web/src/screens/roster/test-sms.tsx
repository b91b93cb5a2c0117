import { isAskable } from '../../../../shared/domain/test-sms/test-sms.ts'
import { testSmsText } from '../../../../shared/domain/test-sms/test-sms-words.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import type { Loaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { useWords } from '../../words/language.ts'
import { testSmsWords } from '../../words/test-sms-words.ts'
import type { RosterMember } from './member-fields.ts'
import { TestSmsAnswer } from './test-sms-answer.tsx'
import type { TestOfMember, VillageTests } from './use-test-sms.ts'

export type TestSmsProps = {
  village: AnswerOf<'GET /v1/villages/{code}'>
  member: RosterMember
  /** Of this member, newest first. */
  tests: readonly TestOfMember[]
  loadedTests: Loaded<VillageTests>
  onVillage: (village: AnswerOf<'GET /v1/villages/{code}'>) => void
}

/** Sends a member one test SMS, and asks what they said of it once it may have reached them. */
export const TestSms = (props: TestSmsProps) => {
  const say = useWords()
  const { village, member, tests, loadedTests } = props
  const [last] = tests
  const sending = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/villages/{code}/members/{memberId}/test-sms', {
        params: { code: village.code, memberId: member.id },
        idempotencyKey,
      }),
    loadedTests.reload,
  )
  return (
    <>
      <p>{say(testSmsWords.why, { name: member.name })}</p>
      <blockquote lang={member.language}>{testSmsText[member.language]}</blockquote>
      <SendButton kind="usual" sending={sending}>
        {say(last === undefined ? testSmsWords.send : testSmsWords.sendAgain)}
      </SendButton>
      <LoadedState loaded={loadedTests} />
      {last !== undefined && isAskable(last.state) ? (
        <TestSmsAnswer key={last.id} {...props} test={last} />
      ) : null}
    </>
  )
}
