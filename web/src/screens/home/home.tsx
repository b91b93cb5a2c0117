import { useCallback, useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { NeedsHelp, type Asking } from '../../ui/needs-help.tsx'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { shortTime } from '../../words/dates.ts'
import { homeWords } from '../../words/home-words.ts'
import { useWords } from '../../words/language.ts'
import { isLive } from './is-live.ts'
import { LiveAlert } from './live-alert.tsx'
import { NextSchedules } from './next-schedules.tsx'

const everyMs = 30_000

const Waiting = ({ alerts }: { alerts: readonly AlertSummary[] }) => {
  const say = useWords()
  if (alerts.length === 0) return null
  return (
    <>
      <h2>{say(homeWords.waiting)}</h2>
      <ul class="plain-list">
        {alerts.map((alert) => (
          <AlertLine key={alert.alertId} alert={alert}>
            <p>{say(homeWords.since, { time: shortTime(alert.waitsForApprovalSinceIso ?? '') })}</p>
          </AlertLine>
        ))}
      </ul>
    </>
  )
}

type LiveProps = {
  alerts: readonly AlertSummary[]
  onAsking: (alertId: string, villages: readonly Asking[]) => void
}

const Live = ({ alerts, onAsking }: LiveProps) => {
  const say = useWords()
  return (
    <>
      <h2>{say(homeWords.live)}</h2>
      {alerts.length === 0 ? <p>{say(homeWords.nothingLive)}</p> : null}
      <ul class="plain-list">
        {alerts.map((alert) => (
          <LiveAlert key={alert.alertId} alert={alert} onAsking={onAsking} />
        ))}
      </ul>
    </>
  )
}

const ToReview = ({ alerts }: { alerts: readonly AlertSummary[] }) => {
  const say = useWords()
  if (alerts.length === 0) return null
  return (
    <>
      <h2>{say(homeWords.reviewOverdue)}</h2>
      <ul class="plain-list">
        {alerts.map((alert) => (
          <AlertLine key={alert.alertId} alert={alert} />
        ))}
      </ul>
    </>
  )
}

/** What a tired officer sees first: what waits for them, what is live and how far it is, and one large button. */
export const Home = () => {
  const say = useWords()
  const person = useSignal(me)
  const loaded = useLoaded('alerts', () => callApi('GET /v1/alerts', { query: { limit: 25 } }), {
    keepAs: 'alerts',
    everyMs,
  })
  const alerts = loaded.body?.alerts
  const [asking, setAsking] = useState<Readonly<Record<string, readonly Asking[]>>>({})
  const tellAsking = useCallback(
    (alertId: string, villages: readonly Asking[]) =>
      setAsking((before) => ({ ...before, [alertId]: villages })),
    [],
  )
  return (
    <Screen title={say(commonWords.home)}>
      <AccountStopBanner />
      <NeedsHelp villages={Object.values(asking).flat()} />
      {mayIssue(person) ? (
        <p>
          <a class="button primary large" href="/alerts/new">
            {say(homeWords.newAlert)}
          </a>
        </p>
      ) : null}
      <LoadedState loaded={loaded} />
      {alerts === undefined ? null : (
        <>
          <Waiting alerts={alerts.filter((alert) => alert.waitsForApprovalSinceIso !== null)} />
          <Live alerts={alerts.filter((alert) => isLive(alert, Date.now()))} onAsking={tellAsking} />
          <ToReview alerts={alerts.filter(({ reviewOverdue }) => reviewOverdue)} />
          <NextSchedules />
        </>
      )}
    </Screen>
  )
}
