import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { nowMs } from '../../clock.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { CoverageCounts } from '../../ui/coverage-counts.tsx'
import { fullTime } from '../../words/dates.ts'
import { homeWords } from '../../words/home-words.ts'
import { useWords } from '../../words/language.ts'
import { liveWords } from '../../words/live-words.ts'

/** What is to be done about an alert that nobody has ended. */
const ToEnd = ({ alert: { alertId, lastIssued, notEnded } }: { alert: AlertSummary }) => {
  const say = useWords()
  const person = useSignal(me)
  if (lastIssued === null || !notEnded) return null
  return (
    <>
      {Date.parse(lastIssued.expiresAtIso) <= nowMs() ? (
        <p class="error">
          <b>{say(liveWords.notEnded)}</b>
        </p>
      ) : null}
      {mayIssue(person) ? (
        <p>
          <a class="button" href={`/alerts/${alertId}/all-clear`}>
            {say(liveWords.allClear)}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** A live alert with how far its villages are. */
export const LiveAlert = ({ alert }: { alert: AlertSummary }) => {
  const say = useWords()
  const { lastIssued } = alert
  return (
    <AlertLine alert={alert}>
      {lastIssued === null ? null : (
        <p>
          {say(versionStateLabels[lastIssued.state])}.{' '}
          {say(liveWords.holdsUntil, { time: fullTime(lastIssued.expiresAtIso) })}
        </p>
      )}
      {alert.villages === null ? (
        <p class="hint">{say(homeWords.notCounted)}</p>
      ) : (
        <CoverageCounts counts={alert.villages.coverage} />
      )}
      <ToEnd alert={alert} />
    </AlertLine>
  )
}
