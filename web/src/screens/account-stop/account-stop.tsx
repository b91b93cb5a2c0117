import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { accountStopWords } from '../../words/account-stop-words.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { Pull } from './pull.tsx'

type Stop = AnswerOf<'GET /v1/emergency-stop'>

/** Other admins know each other by name; everybody else is told that it was one of them. */
const useAdminName = (stop: Stop): string => {
  const say = useWords()
  const person = useSignal(me)
  const isAdmin = mayKeepRoster(person)
  const admins = useLoaded(isAdmin ? 'admins' : 'nobody', () =>
    isAdmin
      ? callApi('GET /v1/users', { query: { role: 'admin', limit: 200 } })
      : Promise.resolve({ ok: true as const, body: undefined, etag: undefined }),
  )
  if (stop.by === person?.id) return say(accountStopWords.you)
  return admins.body?.users.find(({ id }) => id === stop.by)?.name ?? say(accountStopWords.anAdmin)
}

const Stopped = ({ stop }: { stop: Stop }) => {
  const say = useWords()
  const by = useAdminName(stop)
  return (
    <section class="error">
      <h2>{say(accountStopWords.stopped)}</h2>
      <dl class="facts">
        <div>
          <dt>{say(accountStopWords.since)}</dt>
          <dd>{fullTime(stop.sinceIso ?? '')}</dd>
        </div>
        <div>
          <dt>{say(accountStopWords.by)}</dt>
          <dd>{by}</dd>
        </div>
        <div>
          <dt>{say(accountStopWords.why)}</dt>
          <dd>{stop.reason}</dd>
        </div>
      </dl>
    </section>
  )
}

const Release = ({ onDone }: { onDone: () => void }) => {
  const say = useWords()
  const sending = useSend(() => callApi('DELETE /v1/emergency-stop'), onDone)
  return (
    <>
      <p>{say(accountStopWords.releaseWhat)}</p>
      <p>
        <SendButton sending={sending}>{say(accountStopWords.release)}</SendButton>
      </p>
    </>
  )
}

/** Whether every SMS is stopped, by whom and why; admins stop and release it here. */
export const AccountStop = () => {
  const say = useWords()
  const person = useSignal(me)
  const loaded = useLoaded('account-stop', () => callApi('GET /v1/emergency-stop'), { everyMs: 15_000 })
  const stop = loaded.body
  return (
    <Screen title={say(accountStopWords.title)}>
      <LoadedState loaded={loaded} />
      <div role="status">
        {stop === undefined ? null : stop.accountStopped ? (
          <Stopped stop={stop} />
        ) : (
          <p>
            <Tag tone="plain">{say(accountStopWords.goes)}</Tag>
          </p>
        )}
      </div>
      {stop === undefined ? null : !mayKeepRoster(person) ? (
        <p>{say(accountStopWords.onlyAdmins)}</p>
      ) : stop.accountStopped ? (
        <Release onDone={loaded.reload} />
      ) : (
        <Pull onDone={loaded.reload} />
      )}
    </Screen>
  )
}
