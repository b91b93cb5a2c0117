import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { useRoute } from 'preact-iso'
import { callApi } from '../../api/call-api.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useAreaNames } from '../../api/use-area-names.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { hazardWords, levelWords } from '../../words/alert-words.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { trackWords } from '../../words/track-words.ts'
import { Board } from './board.tsx'
import { Controls } from './controls.tsx'
import { Decide } from '../approve/decide.tsx'
import { Draft } from '../approve/draft.tsx'
import { Review } from '../approve/review.tsx'

const everyMs = 10_000

/** The version that the board is about: the latest that was issued. */
const issuedVersion = ({ versions }: Alert): Version | undefined =>
  versions.filter(({ issuedAtIso }) => issuedAtIso !== null).pop()

const About = ({ alert, version }: { alert: Alert; version: Version | undefined }) => {
  const say = useWords()
  const nameAreas = useAreaNames(alert.areas)
  return (
    <>
      <ModeBanner mode={alert.mode} />
      <p>
        <b>
          {say(levelWords[alert.level])}: {say(hazardWords[alert.hazard])}
        </b>
        , {nameAreas(alert.areas, 8)}
      </p>
      <p>
        {[
          say(versionStateLabels[alert.state]),
          version?.issuedAtIso == null
            ? undefined
            : say(trackWords.issued, { time: fullTime(version.issuedAtIso) }),
          version === undefined
            ? undefined
            : say(trackWords.holdsUntil, { time: fullTime(version.expiresAtIso) }),
        ]
          .filter((part) => part !== undefined)
          .join('. ')}
      </p>
    </>
  )
}

const Texts = ({ version }: { version: Version }) => {
  const say = useWords()
  const texts = version.rendered ?? version.texts
  return (
    <details>
      <summary>{say(trackWords.text)}</summary>
      {(['lo', 'en'] as const).map((language) =>
        texts[language] === undefined ? null : (
          <blockquote key={language} lang={language}>
            {texts[language]}
          </blockquote>
        ),
      )}
    </details>
  )
}

const IssuedAlert = ({ alert, version, reload }: { alert: Alert; version: Version; reload: () => void }) => {
  const say = useWords()
  const person = useSignal(me)
  const { alertId } = alert
  const board = useLoaded(
    `board ${alertId} ${version.version}`,
    () =>
      callApi('GET /v1/alerts/{alertId}/villages', {
        params: { alertId },
        query: { version: version.version },
      }),
    { keepAs: `board.${alertId}`, everyMs },
  )
  return (
    <>
      <p>
        <a class="button primary" href={`/alerts/${alertId}/calls`}>
          {say(board.body?.callListOpen === true ? trackWords.callListNow : trackWords.callList)}
        </a>
      </p>
      <LoadedState loaded={board} />
      {board.body === undefined ? null : <Board board={board.body} />}
      <Texts version={version} />
      {mayIssue(person) ? (
        <Controls
          alert={alert}
          onChanged={() => {
            reload()
            board.reload()
          }}
        />
      ) : null}
    </>
  )
}

/** What a person of the office has to decide about the alert before, or after, it goes out. */
const ToDecide = ({ alert, onDone }: { alert: Alert; onDone: () => void }) => {
  const person = useSignal(me)
  const latest = alert.versions[alert.versions.length - 1]
  if (latest === undefined || !mayIssue(person)) return null
  const toReview = alert.versions.find(
    ({ breakGlass, review }) => breakGlass !== null && review === null && breakGlass.by !== person?.id,
  )
  const decision = { alert, version: latest, onDone }
  return (
    <>
      {latest.state === 'draft' ? <Draft {...decision} /> : null}
      {latest.state === 'submitted' ? <Decide {...decision} /> : null}
      {toReview === undefined ? null : <Review {...decision} version={toReview} />}
    </>
  )
}

/** An alert as it goes out: how far every village is, what holds it up, and what can be done. */
export const Track = () => {
  const say = useWords()
  const { alertId = '' } = useRoute().params
  const loaded = useLoaded(
    `alert ${alertId}`,
    () => callApi('GET /v1/alerts/{alertId}', { params: { alertId } }),
    {
      keepAs: `alert.${alertId}`,
      everyMs: everyMs * 2,
    },
  )
  const alert = loaded.body
  const version = alert === undefined ? undefined : issuedVersion(alert)
  return (
    <Screen
      title={
        alert === undefined
          ? say(trackWords.title, { number: '…', version: '…' })
          : say(trackWords.title, { number: alert.number, version: alert.version })
      }
    >
      <LoadedState loaded={loaded} />
      {alert === undefined ? null : <About alert={alert} version={version} />}
      {alert === undefined ? null : <ToDecide alert={alert} onDone={loaded.reload} />}
      {alert === undefined || version === undefined ? null : (
        <IssuedAlert alert={alert} version={version} reload={loaded.reload} />
      )}
    </Screen>
  )
}
