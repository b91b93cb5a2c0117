import { resendableStates } from '../../../../shared/domain/resend.ts'
import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { callApi } from '../../api/call-api.ts'
import type { Alert, Version } from '../../api/alert.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { slotsInWords } from '../../words/slots-in-words.ts'
import { mostNamed, useAlertName } from '../../names/use-alert-name.ts'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { later } from '../../ui/later.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { fullTime, wholeNumber } from '../../words/dates.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import { liveWords } from '../../words/live-words.ts'
import { trackWords } from '../../words/track-words.ts'
import { Board } from './board.tsx'
import { Controls } from './controls.tsx'
import { Ending } from './ending.tsx'
import { ToldOfficers } from './told-officers.tsx'
import { lastIssued, Versions } from './versions.tsx'
import { WhoDid } from './who-did.tsx'

const Decision = later(() => import('../approve/decision.tsx').then((module) => module.Decision))

const everyMs = 10_000
const mostAreas = 8

const About = ({ alert, version }: { alert: Alert; version: Version | undefined }) => {
  const say = useWords()
  const areas = version?.areas ?? alert.areas
  const told = version ?? alert.versions[alert.versions.length - 1]
  const nameAreas = useAreaNames(areas.slice(0, mostAreas))
  return (
    <>
      <ModeBanner mode={alert.mode} />
      {alert.reaches === 'nobody' ? <p class="card">{say(trackWords.nobody)}</p> : null}
      {version !== undefined && areas.length > mostNamed ? <p>{nameAreas(areas, mostAreas)}</p> : null}
      <p>
        {[
          say(versionStateLabels[(version ?? alert).state]),
          version?.issuedAtIso == null
            ? undefined
            : say(trackWords.issued, { time: fullTime(version.issuedAtIso) }),
          version === undefined
            ? undefined
            : say(liveWords.holdsUntil, { time: fullTime(version.expiresAtIso) }),
        ]
          .filter((part) => part !== undefined)
          .join('. ')}
      </p>
      {told === undefined ? null : <WhoDid alert={alert} version={told} />}
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
            {slotsInWords(texts[language], language)}
          </blockquote>
        ),
      )}
    </details>
  )
}

/** What issuing went over; it kept no warning back. */
const Overspent = ({ version }: { version: Version }) => {
  const say = useWords()
  const over = version.budget?.overspent ?? []
  const nameAreas = useAreaNames(over.map(({ area }) => area))
  if (over.length === 0) return null
  const areas = over
    .map(({ area, overParts }) =>
      say(trackWords.overParts, { area: nameAreas([area]), n: wholeNumber(overParts) }),
    )
    .join(', ')
  return <p class="error">{say(trackWords.overspent, { areas })}</p>
}

/** How many SMS ended so that they may be sent again; those of a board that is not there are not known. */
const failedOf = (totals: AnswerOf<'GET /v1/alerts/{alertId}/villages'>['totals'] | undefined): number =>
  resendableStates.reduce((sum, state) => sum + (totals?.[state] ?? 0), 0)

type IssuedProps = { alert: Alert; shown: Version; live: Version; reload: () => void }

const IssuedAlert = ({ alert, shown, live, reload }: IssuedProps) => {
  const say = useWords()
  const person = useSignal(me)
  const { alertId } = alert
  const { version } = shown
  const isLive = version === live.version
  const mayAct = isLive && mayIssue(person)
  const board = useLoaded(
    `board ${alertId} ${version}`,
    () => callApi('GET /v1/alerts/{alertId}/villages', { params: { alertId }, query: { version } }),
    isLive ? { keepAs: `board.${alertId}`, everyMs } : {},
  )
  // The board is read more often than the alert: what it says of the version is said above it too.
  const boardState = board.body?.version === version ? board.body.state : undefined
  useEffect(() => {
    if (boardState !== undefined && boardState !== shown.state) reload()
  }, [boardState])
  return (
    <>
      <Versions alert={alert} shown={shown} live={live} />
      {isLive ? null : <p class="card">{say(followUpWords.older, { live: live.version })}</p>}
      <p class="chips">
        <a class="button primary" href={`/alerts/${alertId}/calls`}>
          {say(board.body?.callListOpen === true ? trackWords.callListNow : trackWords.callList)}
        </a>
        <a class="button" href={`/alerts/${alertId}/report`}>
          {say(trackWords.report)}
        </a>
        {mayAct ? (
          <a class="button" href="#controls">
            {say(trackWords.more)}
          </a>
        ) : null}
      </p>
      <Overspent version={shown} />
      <LoadedState loaded={board} />
      {board.body === undefined ? null : <Board board={board.body} />}
      <Texts version={shown} />
      <ToldOfficers alert={alert} />
      {mayAct ? (
        <Controls
          alert={alert}
          live={live}
          failed={failedOf(board.body?.totals)}
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
const ToDecide = ({
  alert,
  live,
  onDone,
}: {
  alert: Alert
  live: Version | undefined
  onDone: () => void
}) => {
  const say = useWords()
  const person = useSignal(me)
  const latest = alert.versions[alert.versions.length - 1]
  if (latest === undefined || !mayIssue(person)) return null
  const toReview = alert.versions.find(
    ({ breakGlass, review }) => breakGlass !== null && review === null && breakGlass.by !== person?.id,
  )
  const isOpen = latest.state === 'draft' || latest.state === 'submitted' || latest.state === 'approved'
  return (
    <>
      {isOpen && live !== undefined ? (
        <p class="card">{say(followUpWords.besideLive, { version: latest.version, live: live.version })}</p>
      ) : null}
      {isOpen || toReview !== undefined ? (
        <Decision alert={alert} version={latest} toReview={toReview} onDone={onDone} />
      ) : null}
    </>
  )
}

/** The version whose board is shown: the one that the address names, or what phones were told last. */
const shownOf = (alert: Alert, live: Version | undefined, asked: string | undefined): Version | undefined =>
  alert.versions.find(({ version, issuedAtIso }) => issuedAtIso !== null && String(version) === asked) ?? live

/** An alert as it goes out: how far every village is, what holds it up, and what can be done. */
export const Track = () => {
  const say = useWords()
  const { alertId = '' } = useRoute().params
  const { query } = useLocation()
  const loaded = useLoaded(
    `alert ${alertId}`,
    () => callApi('GET /v1/alerts/{alertId}', { params: { alertId } }),
    {
      keepAs: `alert.${alertId}`,
      everyMs: everyMs * 2,
    },
  )
  const alert = loaded.body
  const live = alert === undefined ? undefined : lastIssued(alert)
  const shown = alert === undefined ? undefined : shownOf(alert, live, query['version'])
  const name = useAlertName(alert && { ...alert, ...shown })
  return (
    <Screen
      title={alert === undefined ? say(trackWords.title) : name}
      note={alert && `#${alert.number}.${(shown ?? alert).version}`}
    >
      <LoadedState loaded={loaded} />
      {alert === undefined ? null : (
        <>
          <About alert={alert} version={shown} />
          <Ending alert={alert} />
          {shown === undefined ? <AccountStopBanner /> : null}
          {/* What was kept from before is not what is decided on. */}
          <ToDecide
            key={String(loaded.etag !== undefined)}
            alert={alert}
            live={live}
            onDone={loaded.reload}
          />
        </>
      )}
      {alert === undefined || shown === undefined || live === undefined ? null : (
        <IssuedAlert alert={alert} shown={shown} live={live} reload={loaded.reload} />
      )}
    </Screen>
  )
}
