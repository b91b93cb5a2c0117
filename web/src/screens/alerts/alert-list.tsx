import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { callApi } from '../../api/call-api.ts'
import { usePages } from '../../api/use-pages.ts'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { AlertLine } from '../../ui/alert-line.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { commonWords } from '../../words/common-words.ts'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'

/** Every alert of one's areas, newest first. */
export const AlertList = () => {
  const say = useWords()
  const { pages, first, more } = usePages(
    'alerts',
    (cursor) =>
      callApi('GET /v1/alerts', { query: { limit: 25, ...(cursor === undefined ? {} : { cursor }) } }),
    ({ nextCursor }) => nextCursor,
    { keepAs: 'alerts' },
  )
  const alerts = pages.flatMap((page) => page.alerts)
  return (
    <Screen title={say(commonWords.alerts)}>
      <AccountStopBanner />
      <LoadedState loaded={first} />
      {pages.length > 0 && alerts.length === 0 && more === undefined ? (
        <p>{say(formWords.noAlerts)}</p>
      ) : null}
      <ul class="plain-list">
        {alerts.map((alert) => (
          <AlertLine key={alert.alertId} alert={alert} heading={2}>
            <p>{say(versionStateLabels[alert.lastIssued?.state ?? alert.state])}</p>
          </AlertLine>
        ))}
      </ul>
      {more === undefined ? null : (
        <SendButton sending={more} kind="usual">
          {say(formWords.older)}
        </SendButton>
      )}
    </Screen>
  )
}
