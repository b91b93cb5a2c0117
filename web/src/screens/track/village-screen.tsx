import { useRoute } from 'preact-iso'
import { callOutcomeWords } from '../../../../shared/domain/call-words.ts'
import { deliveryStateLabels } from '../../../../shared/domain/delivery-labels.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSignal } from '../../signal.ts'
import { CoverageTag } from '../../ui/coverage-counts.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { shortTime } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { trackWords } from '../../words/track-words.ts'
import { usePersonNames } from '../../names/use-person-names.ts'
import { villageName } from '../../names/village-name.ts'
import { RecordCall } from './record-call.tsx'
import { mayIssue, me } from '../../sign-in/me.ts'

type View = AnswerOf<'GET /v1/alerts/{alertId}/villages/{code}'>
type Recipient = View['recipients'][number]

const everyMs = 10_000

const RecipientLine = ({ recipient }: { recipient: Recipient }) => {
  const say = useWords()
  const notes = [
    recipient.languageFallback ? say(trackWords.languageFallback) : undefined,
    recipient.lettersFallback ? say(trackWords.lettersFallback) : undefined,
    recipient.resent ? say(trackWords.resent) : undefined,
    recipient.possibleDuplicate ? say(trackWords.possibleDuplicate) : undefined,
    recipient.sharedWithVillage === null ? undefined : say(trackWords.sharedPhone),
    recipient.attempts > 1 ? say(trackWords.attempts, { n: recipient.attempts }) : undefined,
  ].filter((note) => note !== undefined)
  return (
    <li>
      <b>{recipient.name ?? say(trackWords.left)}</b> {recipient.phone}
      <br />
      {say(deliveryStateLabels[recipient.state])}
      {recipient.changedAtIso === null ? null : `, ${shortTime(recipient.changedAtIso)}`}
      {notes.length === 0 ? null : <span class="hint"> ({notes.join('; ')})</span>}
    </li>
  )
}

const Calls = ({ view: { acknowledgements: calls, people } }: { view: View }) => {
  const say = useWords()
  const nameOf = usePersonNames(people)
  if (calls.length === 0) return <p>{say(trackWords.noCalls)}</p>
  return (
    <ul>
      {calls.map((call) => (
        <li key={call.id}>
          {call.corrected ? (
            <s>{say(callOutcomeWords[call.outcome])}</s>
          ) : (
            say(callOutcomeWords[call.outcome])
          )}
          , {shortTime(call.calledAtIso)}
          {call.memberName === null ? null : `, ${call.memberName}`}
          {call.note === null ? null : `: ${call.note}`}
          <span class="hint"> ({nameOf(call.by)})</span>
        </li>
      ))}
    </ul>
  )
}

/** One village's share of an alert: who got what, when, and what its people said. */
export const VillageScreen = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const { alertId = '', code = '' } = useRoute().params
  const loaded = useLoaded(
    `village ${alertId} ${code}`,
    () => callApi('GET /v1/alerts/{alertId}/villages/{code}', { params: { alertId, code } }),
    { everyMs },
  )
  const view = loaded.body
  return (
    <Screen title={villageName(view, code, language)}>
      <p>
        <a class="tap" href={`/alerts/${alertId}`}>
          ← {say(followUpWords.seeAlert)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      {view === undefined ? null : (
        <>
          <ModeBanner mode={view.mode} />
          <p>
            <CoverageTag coverage={view.coverage} />
          </p>
          <h2>{say(trackWords.recipients)}</h2>
          {view.recipients.length === 0 ? <p class="error">{say(trackWords.noRecipients)}</p> : null}
          <ul class="plain-list lined">
            {view.recipients.map((recipient) => (
              <RecipientLine key={recipient.memberId} recipient={recipient} />
            ))}
          </ul>
          <h2>{say(trackWords.calls)}</h2>
          <Calls view={view} />
          {mayIssue(person) ? (
            <RecordCall alertId={alertId} village={code} onRecorded={loaded.reload} />
          ) : null}
        </>
      )}
    </Screen>
  )
}
