import { useEffect } from 'preact/hooks'
import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { CoverageCounts } from '../../ui/coverage-counts.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import type { Asking } from '../../ui/needs-help.tsx'
import { fullTime, shortTime } from '../../words/dates.ts'
import { homeWords } from '../../words/home-words.ts'
import { useWords } from '../../words/language.ts'
import { liveWords } from '../../words/live-words.ts'

const everyMs = 15_000

type Props = { alert: AlertSummary; onAsking: (alertId: string, villages: readonly Asking[]) => void }

/** What is to be done about an alert that nobody has ended, or how long it holds. */
const Holds = ({ alert }: { alert: AlertSummary }) => {
  const say = useWords()
  const person = useSignal(me)
  const { lastIssued, notEnded } = alert
  if (lastIssued === null) return null
  const isOver = Date.parse(lastIssued.expiresAtIso) <= Date.now()
  return (
    <>
      <p>
        {say(versionStateLabels[lastIssued.state])}.{' '}
        {say(liveWords.holdsUntil, { time: fullTime(lastIssued.expiresAtIso) })}
      </p>
      {notEnded && isOver ? (
        <p class="error">
          <b>{say(liveWords.notEnded)}</b>
        </p>
      ) : null}
      {notEnded && mayIssue(person) ? (
        <p>
          <a class="button" href={`/alerts/${alert.alertId}/all-clear`}>
            {say(liveWords.allClear)}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** A live alert with how far its villages are; those that ask for help are told to the screen around it. */
export const LiveAlert = ({ alert, onAsking }: Props) => {
  const say = useWords()
  const { alertId } = alert
  const board = useLoaded(
    `board ${alertId}`,
    () => callApi('GET /v1/alerts/{alertId}/villages', { params: { alertId } }),
    { keepAs: `home-board.${alertId}`, everyMs },
  )
  const asking = (board.body?.villages ?? [])
    .filter(([, coverage]) => coverage === 'needs-help')
    .map(([code]) => code)
    .join(' ')
  useEffect(() => {
    const codes = asking === '' ? [] : asking.split(' ')
    onAsking(
      alertId,
      codes.map((code) => ({ alertId, code })),
    )
    return () => onAsking(alertId, [])
  }, [alertId, asking])
  return (
    <AlertLine alert={alert}>
      <Holds alert={alert} />
      <LoadedState loaded={board} />
      {board.body?.accountStopped === true ? (
        <p class="error">
          {say(homeWords.accountStopped, { time: shortTime(board.body.accountStoppedSinceIso ?? '') })}
        </p>
      ) : null}
      {board.body === undefined ? null : <CoverageCounts counts={board.body.coverage} />}
    </AlertLine>
  )
}
