import { callApi } from '../api/call-api.ts'
import { useLoaded } from '../api/use-loaded.ts'
import { shortTime } from '../words/dates.ts'
import { useWords } from '../words/language.ts'
import { liveWords } from '../words/live-words.ts'

const everyMs = 30_000

/** Says that no SMS goes out, and since when; nothing where they do. */
export const AccountStopped = ({ sinceIso }: { sinceIso: string | null }) => {
  const say = useWords()
  return (
    <div role="status">
      {sinceIso === null ? null : (
        <p class="error">
          <b>{say(liveWords.allStopped, { time: shortTime(sinceIso) })}</b>{' '}
          <a class="tap" href="/account-stop">
            {say(liveWords.whoStopped)}
          </a>
        </p>
      )}
    </div>
  )
}

/** Asks whether it is so, and says it to everybody as long as it is; nothing where it is not known. */
export const AccountStopBanner = () => {
  const { body } = useLoaded('emergency-stop', () => callApi('GET /v1/emergency-stop'), {
    keepAs: 'emergency-stop',
    everyMs,
  })
  return <AccountStopped sinceIso={body?.accountStopped === true ? body.sinceIso : null} />
}
