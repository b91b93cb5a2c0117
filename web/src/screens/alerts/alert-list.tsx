import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
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
      <LoadedState loaded={loaded} />
      <ul>
        {loaded.body?.alerts.map((alert) => (
          <li key={alert.alertId}>
            <a href={`/alerts/${alert.alertId}`}>#{alert.number}</a>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
