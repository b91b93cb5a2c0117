import { isLive } from '../../../../shared/domain/is-live.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { nowMs } from '../../clock.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { AccountStopped } from '../../ui/account-stop-banner.tsx'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { NeedsHelp } from '../../ui/needs-help.tsx'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { shortTime } from '../../words/dates.ts'
import { homeWords } from '../../words/home-words.ts'
import { useWords, type Words } from '../../words/language.ts'
import { LiveAlert } from './live-alert.tsx'
import { NextSchedules } from './next-schedules.tsx'

const everyMs = 20_000

/** Since when it waits for a second person, where it does. */
const WaitsSince = ({ sinceIso }: { sinceIso: string | null }) => {
  const say = useWords()
  return sinceIso === null ? null : <p>{say(homeWords.since, { time: shortTime(sinceIso) })}</p>
}

const Live = ({ alerts, olderUnseen }: { alerts: readonly AlertSummary[]; olderUnseen: boolean }) => {
  const say = useWords()
  return (
    <>
      <h2>{say(homeWords.live)}</h2>
      {alerts.length === 0 ? (
        <div class="card">
          <p>{say(homeWords.nothingLive)}</p>
          <p>
            <a class="tap" href="/guide">
              {say(homeWords.guide)}
            </a>
          </p>
        </div>
      ) : null}
      <ul class="plain-list">
        {alerts.map((alert) => (
          <LiveAlert key={alert.alertId} alert={alert} />
        ))}
      </ul>
      {olderUnseen ? (
        <p>
          <a class="tap" href="/alerts">
            {say(homeWords.olderUnseen)}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** Villages of live alerts that asked for help, before everything else. */
const Asking = ({ alerts }: { alerts: readonly AlertSummary[] }) => {
  const named = alerts.flatMap(({ alertId, villages }) =>
    (villages?.needHelp ?? []).map((code) => ({ alertId, code })),
  )
  const all = alerts.reduce((sum, { villages }) => sum + (villages?.coverage['needs-help'] ?? 0), 0)
  return <NeedsHelp villages={named} more={all - named.length} />
}

/** Alerts under a heading, where there are any. */
const Listed = ({ title, alerts }: { title: Words; alerts: readonly AlertSummary[] }) => {
  const say = useWords()
  if (alerts.length === 0) return null
  return (
    <>
      <h2>{say(title)}</h2>
      <ul class="plain-list">
        {alerts.map((alert) => (
          <AlertLine key={alert.alertId} alert={alert}>
            <WaitsSince sinceIso={alert.waitsForApprovalSinceIso} />
          </AlertLine>
        ))}
      </ul>
    </>
  )
}

/** What a tired officer sees first: what waits for them, what is live and how far it is, and one large button. */
export const Home = () => {
  const say = useWords()
  const person = useSignal(me)
  const loaded = useLoaded('home', () => callApi('GET /v1/alerts', { query: { open: 'true' } }), {
    keepAs: 'home',
    everyMs,
  })
  const { alerts = [], nextCursor = null, accountStoppedSinceIso = null } = loaded.body ?? {}
  const ongoing = alerts.filter((alert) => isLive(alert, nowMs()))
  // A drill never stands between an officer and a danger.
  const live = [
    ...ongoing.filter(({ mode }) => mode === 'actual'),
    ...ongoing.filter(({ mode }) => mode !== 'actual'),
  ]
  return (
    <Screen title={say(commonWords.home)}>
      <AccountStopped sinceIso={accountStoppedSinceIso} />
      <Asking alerts={live} />
      {mayIssue(person) ? (
        <p>
          <a class="button primary large" href="/alerts/new">
            {say(homeWords.newAlert)}
          </a>
        </p>
      ) : null}
      <LoadedState loaded={loaded} />
      {loaded.body === undefined ? null : (
        <>
          <Listed
            title={homeWords.waiting}
            alerts={alerts.filter((alert) => alert.waitsForApprovalSinceIso !== null)}
          />
          <Listed title={homeWords.approved} alerts={alerts.filter(({ state }) => state === 'approved')} />
          <Live alerts={live} olderUnseen={nextCursor !== null} />
          <Listed
            title={homeWords.reviewOverdue}
            alerts={alerts.filter(({ reviewOverdue }) => reviewOverdue)}
          />
          <NextSchedules />
        </>
      )}
    </Screen>
  )
}
