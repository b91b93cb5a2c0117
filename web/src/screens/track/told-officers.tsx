import type { Alert } from '../../api/alert.ts'
import { shortTime, wholeNumber } from '../../words/dates.ts'
import { noticeWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import { trackWords } from '../../words/track-words.ts'

/** Which officers and admins were told by SMS, and who of them could not be. */
export const ToldOfficers = ({ alert }: { alert: Alert }) => {
  const say = useWords()
  const notices = alert.versions.flatMap((version) => version.notices)
  if (notices.length === 0) return null
  return (
    <details>
      <summary>{say(trackWords.told)}</summary>
      <ul>
        {notices.map(({ kind, atIso, sms, withoutPhone }) => (
          <li key={kind + atIso}>
            {say(trackWords.toldLine, {
              what: say(noticeWords[kind]),
              n: wholeNumber(sms),
              time: shortTime(atIso),
            })}
            {withoutPhone === 0 ? null : (
              <b>, {say(trackWords.withoutPhone, { n: wholeNumber(withoutPhone) })}</b>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
