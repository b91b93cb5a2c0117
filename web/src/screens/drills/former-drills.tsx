import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { callApi } from '../../api/call-api.ts'
import { usePages } from '../../api/use-pages.ts'
import { AlertLine, type AlertSummary } from '../../ui/alert-line.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { formWords } from '../../words/form-words.ts'
import { fullTime } from '../../words/dates.ts'
import { drillWords } from '../../words/drill-words.ts'
import { useWords } from '../../words/language.ts'

/** So many alerts are looked through for drills at a time. */
const lookedThrough = 100

/** In these it was decided that nothing goes out any more. */
const isOver = (state: AlertSummary['state']): boolean => state === 'rejected' || state === 'expired'

/** How far the drill came: what phones were told last, or what became of it instead. */
const Outcome = ({ drill }: { drill: AlertSummary }) => {
  const say = useWords()
  const { state, lastIssued, reaches, createdAtIso } = drill
  return (
    <p>
      <b>{say(versionStateLabels[state])}</b>
      {lastIssued === null && isOver(state) ? `, ${say(drillWords.neverSent)}` : null}
      {reaches === 'nobody' ? `, ${say(drillWords.toNobody)}` : null}.{' '}
      {say(drillWords.begun, { time: fullTime(createdAtIso) })}
    </p>
  )
}

/** The drills among one's alerts, and the way further back. */
export const FormerDrills = () => {
  const say = useWords()
  const { pages, first, more } = usePages(
    'drills',
    (cursor) =>
      callApi('GET /v1/alerts', {
        query: { limit: lookedThrough, ...(cursor === undefined ? {} : { cursor }) },
      }),
    ({ nextCursor }) => nextCursor,
  )
  const alerts = pages.flatMap((page) => page.alerts)
  const drills = alerts.filter(({ mode }) => mode !== 'actual')
  return (
    <section>
      <h2>{say(drillWords.former)}</h2>
      <LoadedState loaded={first} />
      {first.body === undefined || drills.length > 0 ? null : (
        <p>{say(more === undefined ? drillWords.none : drillWords.noneInThese, { n: alerts.length })}</p>
      )}
      <ul class="plain-list">
        {drills.map((drill) => (
          <AlertLine key={drill.alertId} alert={drill}>
            <Outcome drill={drill} />
          </AlertLine>
        ))}
      </ul>
      {more === undefined ? null : (
        <SendButton sending={more} kind="usual">
          {say(formWords.older)}
        </SendButton>
      )}
    </section>
  )
}
