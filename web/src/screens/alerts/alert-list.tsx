import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { AlertLine } from '../../ui/alert-line.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { useWords } from '../../words/language.ts'

/** Every alert of one's areas, newest first. */
export const AlertList = () => {
  const say = useWords()
  const loaded = useLoaded('alerts', () => callApi('GET /v1/alerts', { query: { limit: 25 } }), {
    keepAs: 'alerts',
  })
  return (
    <Screen title={say(commonWords.alerts)}>
      <AccountStopBanner />
      <LoadedState loaded={loaded} />
      {loaded.body?.alerts.length === 0 ? <p>{say(commonWords.noAlerts)}</p> : null}
      <ul class="plain-list">
        {loaded.body?.alerts.map((alert) => (
          <AlertLine key={alert.alertId} alert={alert} heading={2}>
            <p>{say(versionStateLabels[alert.lastIssued?.state ?? alert.state])}</p>
          </AlertLine>
        ))}
      </ul>
    </Screen>
  )
}
