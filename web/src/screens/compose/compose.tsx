import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { asSent } from '../../as-sent.ts'
import { nowIso } from '../../clock.ts'
import { forgetDraft, keepDraft, onDraftElsewhere, readDraft } from '../../drafts/draft-store.ts'
import { isUntouched, type Draft } from '../../drafts/draft.ts'
import { mayIssue, me, type Me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { later } from '../../ui/later.tsx'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { fullTime } from '../../words/dates.ts'
import { draftWords } from '../../words/draft-words.ts'
import { useWords } from '../../words/language.ts'
import { Elsewhere } from './elsewhere.tsx'
import { draftFromLink } from './from-link.ts'
import { Write } from './write.tsx'

const FromAlert = later(() => import('./from-alert.tsx').then((module) => module.FromAlert))

type OfferProps = { title: string; kept: Draft; onGoOn: () => void; onDiscard: () => void }

/** A draft that was left on this device comes first: nothing is thrown away unasked. */
const Offer = ({ title, kept, onGoOn, onDiscard }: OfferProps) => {
  const say = useWords()
  return (
    <Screen title={title}>
      <p>{say(composeWords.yourDraft, { time: fullTime(kept.changedAtIso) })}</p>
      <p>
        <button type="button" class="primary large" onClick={onGoOn}>
          {say(composeWords.goOn)}
        </button>
      </p>
      <p>
        <button type="button" onClick={onDiscard}>
          {say(draftWords.discard)}
        </button>
      </p>
    </Screen>
  )
}

/** A default time of a draft that was never sent is counted from when somebody goes on with it. */
const takeUp = (kept: Draft): Draft =>
  kept.attempt === undefined ? { ...kept, timesFromIso: nowIso() } : kept

const readKept = (name: string, { id }: Me): Draft | undefined =>
  asSent<Draft | undefined>(readDraft(name, id, Date.now()))

const Begin = ({ person }: { person: Me }) => {
  const say = useWords()
  const { query, route } = useLocation()
  const { edit, copy } = query
  const name = edit === undefined ? 'new' : `edit.${edit}`
  const [kept, setKept] = useState(() => readKept(name, person))
  const [draft, setDraft] = useState<Draft | undefined>(() => {
    if (kept !== undefined) return query['check'] === undefined ? undefined : kept
    return edit === undefined && copy === undefined ? draftFromLink(query, nowIso()) : undefined
  })
  const title = say(edit === undefined ? composeWords.title : composeWords.editTitle)
  const source = edit ?? copy
  // How often another tab did something to it: what is there is looked at again each time.
  const [timesElsewhere, setTimesElsewhere] = useState(0)
  useEffect(() => onDraftElsewhere(name, person.id, () => setTimesElsewhere((times) => times + 1)), [name])
  const goOnWith = (made: Draft | undefined): void => {
    // Kept at once, so that other tabs hear of it.
    if (made !== undefined) keepDraft(name, person.id, made)
    setKept(undefined)
    setDraft(made)
    setTimesElsewhere(0)
  }
  if (timesElsewhere > 0) {
    const there = readKept(name, person)
    return (
      <Elsewhere
        title={title}
        isThere={there !== undefined}
        onGoOn={() => goOnWith(there && { ...takeUp(there), changedAtIso: nowIso() })}
        onNew={() => {
          goOnWith(undefined)
          route(edit === undefined ? '/alerts/new' : `/alerts/${edit}`, true)
        }}
      />
    )
  }
  if (draft !== undefined) return <Write name={name} first={draft} person={person} title={title} />
  if (kept !== undefined && !isUntouched(kept)) {
    return (
      <Offer
        title={title}
        kept={kept}
        onGoOn={() => goOnWith({ ...takeUp(kept), changedAtIso: nowIso() })}
        onDiscard={() => {
          forgetDraft(name, person.id)
          setKept(undefined)
          if (source === undefined) setDraft(draftFromLink(query, nowIso()))
        }}
      />
    )
  }
  if (source === undefined)
    return <Write name={name} first={draftFromLink(query, nowIso())} person={person} title={title} />
  const begin = (made: Draft): void => {
    // A copy is a new draft from here on: the page on which it is checked has the address of those.
    if (edit === undefined) keepDraft(name, person.id, made)
    setDraft(made)
  }
  return <FromAlert title={title} alertId={source} isEdit={edit !== undefined} onDraft={begin} />
}

/** Writing an alert, from the danger to the last check. */
export const Compose = () => {
  const say = useWords()
  const person = useSignal(me)
  const { query } = useLocation()
  if (person === undefined || !mayIssue(person)) {
    return (
      <Screen title={say(composeWords.title)}>
        <p class="error">{say(commonWords.noPermission)}</p>
      </Screen>
    )
  }
  return <Begin key={query['edit'] ?? ''} person={person} />
}
