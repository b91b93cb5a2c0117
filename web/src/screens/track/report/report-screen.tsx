import { useRoute } from 'preact-iso'
import { callOutcomes } from '../../../../../shared/domain/acknowledgement.ts'
import { callOutcomeWords, callSheetWords } from '../../../../../shared/domain/call-words.ts'
import { reportWords } from '../../../../../shared/domain/report-words.ts'
import { coverageLabels } from '../../../../../shared/domain/state-labels.ts'
import { callApi } from '../../../api/call-api.ts'
import type { AnswerOf } from '../../../api/routes.ts'
import { useAreaNames } from '../../../names/use-area-names.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import { useSignal } from '../../../signal.ts'
import { LoadedState } from '../../../ui/loaded-state.tsx'
import { ModeBanner } from '../../../ui/mode-banner.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { ShowMore } from '../../../ui/show-more.tsx'
import { useRows } from '../../../ui/use-rows.ts'
import { villageName } from '../../../names/village-name.ts'
import { hazardWords } from '../../../words/alert-words.ts'
import { fullTime, shortTime, wholeNumber } from '../../../words/dates.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { chosenLanguage, useWords } from '../../../words/language.ts'
import { reportScreenWords } from '../../../words/report-screen-words.ts'
import { Paper } from '../paper.tsx'
import { Curve } from './curve.tsx'
import { ReportVersion } from './report-version.tsx'

type Report = AnswerOf<'GET /v1/alerts/{alertId}/report'>

const mostNamed = 12

const timeOf = (iso: string | null): string => (iso === null ? '–' : shortTime(iso))

const Villages = ({ report }: { report: Report }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { rows, more, showMore } = useRows(report.villages, report.alertId)
  if (report.villages.length === 0) return null
  return (
    <>
      <h2>{say(callSheetWords.villages)}</h2>
      <div class="scroll" role="region" aria-label={say(callSheetWords.villages)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(reportWords.village)}</th>
              <th scope="col">{say(reportScreenWords.state)}</th>
              <th scope="col">{say(reportWords.handedOver)}</th>
              <th scope="col">{say(reportWords.delivered)}</th>
              <th scope="col">{say(reportWords.acknowledged)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((village) => (
              <tr key={village.village}>
                <th scope="row">{villageName(village, village.village, language)}</th>
                <td>{say(coverageLabels[village.coverage])}</td>
                <td>{timeOf(village.firstHandedOverAtIso)}</td>
                <td>{timeOf(village.firstDeliveredAtIso)}</td>
                <td>{timeOf(village.firstAcknowledgedAtIso)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore more={more} showMore={showMore} />
    </>
  )
}

const Whole = ({ report }: { report: Report }) => {
  const say = useWords()
  const nameAreas = useAreaNames(report.areas.slice(0, mostNamed))
  const outcomes = callOutcomes
    .map((outcome) => [outcome, report.calls.byOutcome[outcome] ?? 0] as const)
    .filter(([, count]) => count > 0)
  return (
    <>
      <ModeBanner mode={report.mode} />
      <Paper
        path={`/v1/alerts/${encodeURIComponent(report.alertId)}/report`}
        fileName={`siang-report-${report.number}.csv`}
      />
      <p>
        <b>{say(hazardWords[report.hazard])}</b>, {nameAreas(report.areas, mostNamed)}
      </p>
      <p>
        {say(reportScreenWords.asOf, { time: fullTime(report.asOfIso) })}.{' '}
        {say(reportWords.cost, {
          parts: wholeNumber(report.partsHandedOver),
          cost: report.costUsd.toFixed(2),
        })}
        .
      </p>
      {report.reaches === 'nobody' ? <p class="card">{say(reportWords.nobody)}</p> : null}
      {report.whole ? null : <p class="card">{say(reportWords.partOnly)}</p>}
      <h2>{say(reportWords.progress)}</h2>
      <p class="hint">{say(reportWords.proof)}</p>
      <Curve steps={report.progress} all={report.villages.length} />
      <h2>{say(reportScreenWords.calls)}</h2>
      {outcomes.length === 0 ? <p>{say(reportScreenWords.noCalls)}</p> : null}
      <ul>
        {outcomes.map(([outcome, count]) => (
          <li key={outcome}>
            {wholeNumber(count)}: {say(callOutcomeWords[outcome])}
          </li>
        ))}
      </ul>
      {report.versions.map((version) => (
        <ReportVersion key={version.version} version={version} people={report.people} />
      ))}
      <Villages report={report} />
    </>
  )
}

/** An alert as it is told afterwards: what was said and done, and what came of it. */
export const ReportScreen = () => {
  const say = useWords()
  const { alertId = '' } = useRoute().params
  const loaded = useLoaded(`report ${alertId}`, () =>
    callApi('GET /v1/alerts/{alertId}/report', { params: { alertId } }),
  )
  const report = loaded.body
  return (
    <Screen title={say(reportWords.report, { number: report?.number ?? '…' })}>
      <p>
        <a class="tap" href={`/alerts/${alertId}`}>
          ← {say(followUpWords.seeAlert)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      {report === undefined ? null : <Whole report={report} />}
    </Screen>
  )
}
