import { callSheetWords } from '../../../../../shared/domain/call-words.ts'
import { deliveryStateLabels } from '../../../../../shared/domain/delivery-labels.ts'
import { deliveryStates } from '../../../../../shared/domain/delivery.ts'
import { deedWords, reportWords } from '../../../../../shared/domain/report-words.ts'
import { versionStateLabels } from '../../../../../shared/domain/state-labels.ts'
import type { AnswerOf } from '../../../api/routes.ts'
import { slotsInWords } from '../../../words/slots-in-words.ts'
import { CoverageCounts } from '../../../ui/coverage-counts.tsx'
import { usePersonNames } from '../../../names/use-person-names.ts'
import { levelWords } from '../../../words/alert-words.ts'
import { fullTime, wholeNumber } from '../../../words/dates.ts'
import { useWords } from '../../../words/language.ts'
import { reportScreenWords } from '../../../words/report-screen-words.ts'

type Report = AnswerOf<'GET /v1/alerts/{alertId}/report'>
type Props = { version: Report['versions'][number]; people: Report['people'] }
type Version = Props['version']

const History = ({ version, people }: Props) => {
  const say = useWords()
  const nameOf = usePersonNames(people)
  return (
    <ol>
      {version.history.map(({ action, by, atIso, note, words: own }) => {
        const words = deedWords[action]
        return (
          <li key={action + atIso}>
            {words === undefined ? action : say(words)}, {fullTime(atIso)},{' '}
            <span class="hint">{nameOf(by)}</span>
            {note === null ? null : `: ${note}`}
            {own ? `: ${say(own)}` : null}
          </li>
        )
      })}
    </ol>
  )
}

const Failures = ({ version }: { version: Version }) => {
  const say = useWords()
  if (version.failures.length === 0) return null
  return (
    <>
      <h3>{say(reportWords.failures)}</h3>
      <ul>
        {version.failures.map(({ state, reason, count }) => (
          <li key={state + String(reason)}>
            {wholeNumber(count)}: {say(deliveryStateLabels[state])}
            {reason === null ? null : ` (${reason})`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One version: what was said by whom, and what became of it. */
export const ReportVersion = ({ version, people }: Props) => {
  const say = useWords()
  const { firstContacts: first } = version
  return (
    <section>
      <h2>
        {say(reportWords.version, { version: version.version })}: {say(levelWords[version.level])},{' '}
        {say(versionStateLabels[version.state])}
      </h2>
      {version.issuedAtIso === null ? <p>{say(reportScreenWords.nothingIssued)}</p> : null}
      {(['lo', 'en'] as const).map((language) =>
        version.texts[language] === undefined ? null : (
          <blockquote key={language} lang={language}>
            {slotsInWords(version.texts[language], language)}
          </blockquote>
        ),
      )}
      {version.issuedAtIso === null ? null : (
        <>
          <h3>{say(reportWords.coverage)}</h3>
          <CoverageCounts counts={version.coverage} />
          <h3>{say(reportWords.states)}</h3>
          <ul>
            {deliveryStates
              .filter((state) => (version.states[state] ?? 0) > 0)
              .map((state) => (
                <li key={state}>
                  {wholeNumber(version.states[state] ?? 0)}: {say(deliveryStateLabels[state])}
                </li>
              ))}
          </ul>
          <Failures version={version} />
          {first.villages === 0 ? null : (
            <p>
              {say(reportWords.firstContacts, {
                handedOver: first.handedOver,
                villages: first.villages,
                first: first.secondsFromSubmitToFirst ?? '–',
                last: first.secondsFromSubmitToLast ?? '–',
              })}
            </p>
          )}
          <p>
            {say(reportWords.cost, {
              parts: wholeNumber(version.partsHandedOver),
              cost: version.costUsd.toFixed(2),
            })}
            . {say(callSheetWords.holdsUntil)}: {fullTime(version.expiresAtIso)}.
          </p>
        </>
      )}
      <h3>{say(reportWords.who)}</h3>
      <History version={version} people={people} />
    </section>
  )
}
