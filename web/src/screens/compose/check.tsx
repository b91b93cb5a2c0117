import type { ComponentChildren } from 'preact'
import type { Alert } from '../../api/alert.ts'
import { isRefusal } from '../../api/is-refusal.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { audienceText } from '../../words/audience-text.ts'
import {
  audienceOf,
  bodyOf,
  kindOfDraft,
  type Attempt,
  type Draft,
  type Wording,
} from '../../drafts/draft.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { hazardWords, levelWords, modeNames } from '../../words/alert-words.ts'
import { audienceWords } from '../../words/audience-words.ts'
import { checkWords } from '../../words/compose-check-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { fullTime, shortTime, wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { FiguresState, Reach, TextAsSent } from './figures.tsx'
import { Refusal } from './refusal.tsx'
import { submitDraft } from './submit-draft.ts'
import type { Figures } from './use-figures.ts'
import { useSubmission } from './use-submission.ts'
import { goesOutAlone, WhoDecides } from './who-decides.tsx'

/** From so many people on an officer is asked to read once more. */
const manyPeople = 500

type Props = {
  draft: Draft
  wording: Wording
  figures: Figures
  faults: readonly FormError[]
  /** Where the form is, to which a hash of a control is added. */
  formPath: string
  keepAttempt: (attempt: Attempt | undefined) => void
  onSubmitted: (alert: Alert) => void
}

const Fact = ({ name, href, children }: { name: string; href: string; children: ComponentChildren }) => {
  const say = useWords()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd>
        <a class="tap" href={href} aria-label={say(checkWords.changeWhat, { what: name })}>
          {say(checkWords.change)}
        </a>
      </dd>
    </div>
  )
}

/** Everything that goes out, in words, each part with the way back to it. */
const Facts = ({ draft, wording, figures, formPath }: Props) => {
  const say = useWords()
  const nameAreas = useAreaNames(draft.areas)
  const { hazard, level, mode, holdsUntilIso } = draft
  const heldUntilIso = figures.view?.heldByQuietHoursUntilIso ?? null
  const goesOut =
    heldUntilIso === null
      ? say(checkWords.now)
      : say(checkWords.afterQuiet, { time: shortTime(heldUntilIso) })
  const at = (id: string): string => `${formPath}${formPath.includes('?') ? '&' : '?'}to=${id}`
  return (
    <dl class="facts">
      <Fact name={say(checkWords.what)} href={at('level')}>
        {level === undefined || hazard === undefined
          ? ''
          : `${say(levelWords[level])}: ${say(hazardWords[hazard])}`}
      </Fact>
      <Fact name={say(checkWords.where)} href={at('areas')}>
        {nameAreas(draft.areas)}
      </Fact>
      {kindOfDraft(draft, wording) === 'preparedness' ? (
        <Fact name={say(audienceWords.whom)} href={at('audience')}>
          {audienceText(say, audienceOf(draft))}
        </Fact>
      ) : null}
      <div>
        <dt>{say(checkWords.who)}</dt>
        <dd>
          <FiguresState figures={figures} />
          {figures.view === undefined ? null : <Reach view={figures.view} />}
        </dd>
      </div>
      <Fact name={say(checkWords.text)} href={at('words')}>
        {(['lo', 'en'] as const).map((language) => (
          <TextAsSent key={language} draft={draft} wording={wording} language={language} figures={figures} />
        ))}
      </Fact>
      <Fact name={say(checkWords.when)} href={at('holds')}>
        {`${say(modeNames[mode])}, ${goesOut}. ${say(composeWords.holds)}: ${
          holdsUntilIso === undefined ? say(composeWords.usual) : fullTime(holdsUntilIso)
        }`}
      </Fact>
    </dl>
  )
}

const Submit = ({ draft, wording, figures, keepAttempt, onSubmitted }: Props) => {
  const say = useWords()
  const personId = useSignal(me)?.id ?? ''
  const { sending, answer } = useSubmission((_, answers): ReturnType<typeof submitDraft> => {
    const body = bodyOf(draft, wording)
    // The button is not there without a body.
    if (body === undefined) return Promise.resolve({ ok: false, failure: { kind: 'offline' } })
    return submitDraft({
      attempt: draft.attempt,
      firstKey: draft.changedAtIso.replaceAll(/\D/g, '-'),
      body,
      personId,
      keep: keepAttempt,
      ...(answers === undefined ? {} : { answers }),
    })
  }, onSubmitted)
  const { failure } = sending
  const people = figures.fresh && figures.view?.reaches === 'phones' ? figures.view.recipients : undefined
  return (
    <>
      <WhoDecides figures={figures} />
      {failure === undefined ? null : (
        <Refusal failure={failure} alertId={draft.attempt?.alertId} onAnswer={answer} />
      )}
      <p>
        <SendButton sending={{ ...sending, failure: isRefusal(failure) ? undefined : failure }}>
          {people === undefined
            ? say(checkWords.submitUnknown)
            : say(goesOutAlone(figures) === true ? checkWords.sendAlone : checkWords.submit, {
                people: wholeNumber(people),
              })}
        </SendButton>
      </p>
    </>
  )
}

/** The last look before an alert leaves the officer's hands. */
export const Check = (props: Props) => {
  const say = useWords()
  const { draft, figures, faults, formPath } = props
  const people = figures.fresh ? (figures.view?.recipients ?? 0) : 0
  return (
    <Screen title={say(checkWords.title)}>
      <ModeBanner mode={draft.mode} />
      <AccountStopBanner />
      {people > manyPeople ? (
        <p class="error">{say(checkWords.many, { people: wholeNumber(people) })}</p>
      ) : null}
      <Facts {...props} />
      {faults.length > 0 ? <p class="error">{say(checkWords.toMend)}</p> : <Submit {...props} />}
      <p>
        <a href={formPath} class="tap">
          {say(checkWords.back)}
        </a>
      </p>
    </Screen>
  )
}
