import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { callOutcomes, type CallOutcome } from '../../../../shared/domain/acknowledgement.ts'
import {
  callOutcomeWords,
  callReasonWords,
  callSheetWords,
  dutyLabels,
} from '../../../../shared/domain/call-words.ts'
import { isDanger } from '../../../../shared/domain/level.ts'
import { coverageLabels } from '../../../../shared/domain/state-labels.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { exposureText } from '../../words/exposure-text.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { useAlertName } from '../../names/use-alert-name.ts'
import { callListWords } from '../../words/call-list-words.ts'
import { fullTime, shortTime } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { villageName } from '../../names/village-name.ts'
import { readablePhone } from '../roster/mask-phone.ts'
import { Paper } from './paper.tsx'
import { RecordCall } from './record-call.tsx'

type CallList = AnswerOf<'GET /v1/alerts/{alertId}/call-list'>
type Village = CallList['villages'][number]
type Contact = Village['contacts'][number]

const everyMs = 20_000

/** What is ticked by hand, and recorded when there is a network again. */
const Boxes = () => {
  const say = useWords()
  return (
    <span class="on-paper boxes">
      {callOutcomes.map((outcome) => (
        <span key={outcome}>☐ {say(callOutcomeWords[outcome])}</span>
      ))}
      <span>{say(callSheetWords.time)}: ________</span>
    </span>
  )
}

const ContactLine = ({ contact, isFirst }: { contact: Contact; isFirst: boolean }) => {
  const say = useWords()
  const duty = say(dutyLabels[contact.duty])
  const known = [
    contact.quarantined ? say(callListWords.failing) : undefined,
    contact.showsLao ? undefined : say(callSheetWords.noLaoLetters),
    contact.lastOutcome === null ? undefined : say(callOutcomeWords[contact.lastOutcome]),
    contact.lastProvenReachableAtIso === null
      ? undefined
      : say(callListWords.proven, { time: shortTime(contact.lastProvenReachableAtIso) }),
  ].filter((one) => one !== undefined)
  return (
    <li>
      {/^\+\d+$/.test(contact.phone) ? (
        <a class={isFirst ? 'button primary' : 'button'} href={`tel:${contact.phone}`}>
          {say(callListWords.call, { name: contact.name })}
        </a>
      ) : (
        <b>{contact.name}</b>
      )}{' '}
      <span class="on-paper">{contact.name}, </span>
      {duty}, {readablePhone(contact.phone)}
      {known.length === 0 ? null : <span class="hint"> ({known.join(', ')})</span>}
      <Boxes />
    </li>
  )
}

type VillageProps = {
  alertId: string
  village: Village
  mayRecord: boolean
  onRecorded: (outcome: CallOutcome) => void
}

const VillageCard = ({ alertId, village, mayRecord, onRecorded }: VillageProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { safePlaceLo, safePlaceEn } = village
  const place = language === 'lo' ? (safePlaceLo ?? safePlaceEn) : (safePlaceEn ?? safePlaceLo)
  const facts = [
    // The other reasons say the same as the state that they come from.
    village.reason === 'call' ? say(coverageLabels[village.coverage]) : undefined,
    village.minutesWaiting === 0
      ? undefined
      : say(callListWords.waiting, { minutes: village.minutesWaiting }),
    exposureText(say, village.exposure),
    place === null ? say(callListWords.noSafePlace) : say(callListWords.safePlace, { place }),
    village.languagesSpoken.length === 0
      ? undefined
      : say(callListWords.speaks, { languages: village.languagesSpoken.join(', ') }),
  ].filter((fact) => fact !== undefined)
  const [first, ...others] = village.contacts
  return (
    <li class={village.reason === 'needs-help' ? 'card error' : 'card'}>
      <h2>
        <a href={`/alerts/${alertId}/villages/${village.village}`}>
          {villageName(village, village.village, language)}
        </a>{' '}
        <span class="hint">{areaName(village.district, language)}</span>
      </h2>
      <p>
        <Tag tone="wrong">{say(callReasonWords[village.reason])}</Tag> {facts.join(' · ')}
      </p>
      <ul class="plain-list contacts">
        {first === undefined ? null : <ContactLine contact={first} isFirst />}
        {others.map((contact) => (
          <ContactLine key={contact.memberId} contact={contact} isFirst={false} />
        ))}
      </ul>
      {mayRecord ? (
        <RecordCall
          alertId={alertId}
          village={village.village}
          {...(first === undefined ? {} : { memberId: first.memberId })}
          onRecorded={onRecorded}
        />
      ) : null}
    </li>
  )
}

type Recorded = { village: Village; outcome: CallOutcome }

/** What was recorded of a village that left the list by it, with the way to where it stands. */
const LastRecorded = ({ list, last }: { list: CallList; last: Recorded | undefined }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const code = last?.village.village
  const isGone = last !== undefined && list.villages.every(({ village }) => village !== code)
  return (
    <p role="status">
      {isGone ? (
        <a class="tap" href={`/alerts/${list.alertId}/villages/${last.village.village}`}>
          {say(callListWords.recordedAt, {
            village: villageName(last.village, last.village.village, language),
            outcome: say(callOutcomeWords[last.outcome]),
          })}
        </a>
      ) : null}
    </p>
  )
}

/** The English folded away, so that on a phone the villages are not far below. */
const Script = ({ list }: { list: CallList }) => {
  const say = useWords()
  const { lo, en } = list.script
  const inEnglish = en === undefined ? null : <blockquote lang="en">{en}</blockquote>
  return (
    <section>
      <h2>{say(callListWords.readOut)}</h2>
      {isDanger(list.level) ? <p>{say(callListWords.namePlace)}</p> : null}
      {lo === undefined ? null : <blockquote lang="lo">{lo}</blockquote>}
      {lo === undefined || en === undefined ? (
        inEnglish
      ) : (
        <details>
          <summary>{say(callListWords.inEnglish)}</summary>
          {inEnglish}
        </details>
      )}
    </section>
  )
}

/** A short list soon after the issue is no good news: most villages are given some minutes to prove themselves. */
const NotYet = ({ list }: { list: CallList }) => {
  const say = useWords()
  if (list.callListOpen || Date.parse(list.asOfIso) >= Date.parse(list.opensAtIso)) return null
  return <p>{say(callListWords.notYet, { time: shortTime(list.opensAtIso) })}</p>
}

/** Whom to call, the most urgent village first, with what to read out and where to write down what came of it. */
export const CallListScreen = () => {
  const say = useWords()
  const person = useSignal(me)
  const { alertId = '' } = useRoute().params
  const loaded = useLoaded(
    `calls ${alertId}`,
    () => callApi('GET /v1/alerts/{alertId}/call-list', { params: { alertId } }),
    { keepAs: `calls.${alertId}`, everyMs },
  )
  const list = loaded.body
  const name = useAlertName(list)
  const [last, setLast] = useState<Recorded | undefined>(undefined)
  const { rows, more, showMore } = useRows(list?.villages ?? [], alertId)
  return (
    <Screen title={say(callListWords.title)}>
      <p>
        <a class="tap" href={`/alerts/${alertId}`}>
          ← {say(followUpWords.seeAlert)}
        </a>
      </p>
      <LoadedState loaded={loaded} />
      {list === undefined ? null : (
        <>
          <ModeBanner mode={list.mode} />
          {list.phonesShown ? null : <p class="hint">{say(callListWords.masked)}</p>}
          <p>
            <b>{name}</b> <small>{`#${list.number}.${list.version}`}</small>
          </p>
          <p>
            {say(callSheetWords.issued)}: {fullTime(list.issuedAtIso)}. {say(callSheetWords.asOf)}:{' '}
            {fullTime(list.asOfIso)}.
          </p>
          <Paper
            path={`/v1/alerts/${encodeURIComponent(alertId)}/call-list`}
            fileName={`siang-calls-${list.number}.csv`}
          />
          <Script list={list} />
          <LastRecorded list={list} last={last} />
          {list.villages.length === 0 ? <p>{say(callListWords.nobody)}</p> : null}
          <NotYet list={list} />
          <ul class="plain-list">
            {rows.map((village) => (
              <VillageCard
                key={village.village}
                alertId={alertId}
                village={village}
                mayRecord={mayIssue(person)}
                onRecorded={(outcome) => {
                  setLast({ village, outcome })
                  loaded.reload()
                }}
              />
            ))}
          </ul>
          <ShowMore more={more} showMore={showMore} />
          {list.villagesLeftOff === 0 ? null : (
            <p>{say(callListWords.leftOff, { count: list.villagesLeftOff })}</p>
          )}
        </>
      )}
    </Screen>
  )
}
