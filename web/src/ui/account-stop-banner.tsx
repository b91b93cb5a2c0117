import { callApi } from '../api/call-api.ts'
import { useLoaded } from '../api/use-loaded.ts'
import { accountStopWords } from '../words/account-stop-words.ts'
import { shortTime } from '../words/dates.ts'
import { useWords } from '../words/language.ts'

const everyMs = 30_000

/** Says to everybody that no SMS goes out, as long as it is so; nothing where they do, or where it is not known. */
export const AccountStopBanner = () => {
  const say = useWords()
  const { body } = useLoaded('emergency-stop', () => callApi('GET /v1/emergency-stop'), {
    keepAs: 'emergency-stop',
    everyMs,
  })
  const since = body?.accountStopped === true ? body.sinceIso : null
  return (
    <div role="status">
      {since === null ? null : (
        <p class="error">
          <b>{say(accountStopWords.banner, { time: shortTime(since) })}</b>{' '}
          <a class="tap" href="/account-stop">
            {say(accountStopWords.more)}
          </a>
        </p>
      )}
    </div>
  )
}
