import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { CoverageCounts } from '../../ui/coverage-counts.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'

const everyMs = 15_000

/** A live alert with how far its villages are. */
export const LiveAlert = ({ alert }: { alert: AlertSummary }) => {
  const board = useLoaded(
    `board ${alert.alertId}`,
    () => callApi('GET /v1/alerts/{alertId}/villages', { params: { alertId: alert.alertId } }),
    { keepAs: `home-board.${alert.alertId}`, everyMs },
  )
  return (
    <AlertLine alert={alert}>
      <LoadedState loaded={board} />
      {board.body === undefined ? null : <CoverageCounts counts={board.body.coverage} />}
    </AlertLine>
  )
}
