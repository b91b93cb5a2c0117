import { useState } from 'preact/hooks'
import { later } from '../../ui/later.tsx'
import { useWords } from '../../words/language.ts'
import { testSmsWords } from '../../words/test-sms-words.ts'
import { Of } from './of.tsx'
import type { TestSmsProps } from './test-sms.tsx'

const TestSms = later(() => import('./test-sms.tsx').then((module) => module.TestSms))

/** Opens what sends the member a test SMS. */
export const TryMember = (props: TestSmsProps) => {
  const say = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Of name={props.member.name}>{say(testSmsWords.title)}</Of>
      </summary>
      {isOpen ? <TestSms {...props} /> : null}
    </details>
  )
}
