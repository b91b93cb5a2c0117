import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Alert, Version } from '../../../api/alert.ts'
import { callApi } from '../../../api/call-api.ts'
import { useAreaNames } from '../../../names/use-area-names.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import { useSend } from '../../../api/use-send.ts'
import { nowIso, nowMs } from '../../../clock.ts'
import { bodyOf, type Draft, type Wording } from '../../../drafts/draft.ts'
import { me, type Me } from '../../../sign-in/me.ts'
import { useSignal } from '../../../signal.ts'
import { useOwnDraft } from '../../../drafts/use-kept-draft.ts'
import { ErrorSummary, type FormError } from '../../../ui/error-summary.tsx'
import { KeptDraft } from '../../../ui/kept-draft.tsx'
import { LoadedState } from '../../../ui/loaded-state.tsx'
import { SendButton } from '../../../ui/send-button.tsx'
import { wholeNumber } from '../../../words/dates.ts'
import { checkWords } from '../../../words/compose-check-words.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { useWords } from '../../../words/language.ts'
import type { Editing } from '../../compose/editing.ts'
import { findFaults } from '../../compose/find-faults.ts'
import { AlertToFollow } from './alert-to-follow.tsx'
import { ChooseCleared, type HeadsView } from './choose-cleared.tsx'
import { endingOf } from './ending-draft.ts'
import { HoldsUntil } from './holds-until.tsx'
import { SaysWhat } from './says-what.tsx'
import { sendFollowUp } from './send-follow-up.ts'
import { useEndingWords } from './use-ending-words.ts'

type Props = { alert: Alert; open: Version | undefined }

/** The texts and the time of a draft, without the areas, which an all-clear need not name. */
const saidOf = (draft: Draft, alert: Alert, wording: Wording) => {
  const body = bodyOf({ ...draft, areas: alert.areas }, wording)
  if (body === undefined) return undefined
  const { texts, template, expiresAtIso } = body
  return {
    ...(template === undefined ? { texts } : { template }),
    ...(expiresAtIso === undefined ? {} : { expiresAtIso }),
  }
}

const useHandOn = (props: Props & { draft: Draft; wording: Wording; onDone: () => void }) => {
  const { alert, open, draft, wording, onDone } = props
  const params = { alertId: alert.alertId }
  return useSend((key) => {
    const said = saidOf(draft, alert, wording)
    // The button does nothing without words.
    if (said === undefined) return Promise.resolve({ ok: false, failure: { kind: 'offline' } })
    return sendFollowUp(key, (idempotencyKey) =>
      open === undefined
        ? callApi('POST /v1/alerts/{alertId}/all-clear', {
            params,
            idempotencyKey,
            body: { ...said, ...(draft.areas.length === 0 ? {} : { areas: [...draft.areas] }) },
          })
        : callApi('PATCH /v1/alerts/{alertId}', { params, ifMatch: alert.etag, body: said }),
    )
  }, onDone)
}

const isIn = (areas: readonly string[], village: string): boolean =>
  areas.length === 0 || areas.some((area) => village.startsWith(area))

const Heads = ({ heads, areas }: { heads: HeadsView; areas: readonly string[] }) => {
  const say = useWords()
  const villages = heads.villages.filter(({ village }) => isIn(areas, village))
  const people = villages.reduce((sum, { recipients }) => sum + recipients, 0)
  return (
    <p role="status">
      {say(followUpWords.heads, { people: wholeNumber(people), villages: wholeNumber(villages.length) })}
    </p>
  )
}

const useHeads = (alertId: string, open: Version | undefined) =>
  useLoaded(`heads all-clear ${alertId}`, () =>
    callApi('GET /v1/alerts/{alertId}/heads', {
      params: { alertId },
      query: open === undefined ? { of: 'all-clear' } : {},
    }),
  )

const Fixed = ({ areas }: { areas: readonly string[] }) => {
  const say = useWords()
  const nameAreas = useAreaNames(areas)
  return <p>{say(followUpWords.cleared, { areas: nameAreas(areas, 12) })}</p>
}

const AllClearForm = ({ alert, open, person }: Props & { person: Me }) => {
  const say = useWords()
  const { route } = useLocation()
  const own = useOwnDraft(`all-clear.${alert.alertId}.${open?.version ?? 'new'}`, person.id, () =>
    endingOf(alert, open, nowIso()),
  )
  const { draft, change } = own
  const [told, setTold] = useState<readonly FormError[]>([])
  const [some, setSome] = useState(draft.areas.length > 0)
  const known = useEndingWords(alert, draft)
  const heads = useHeads(alert.alertId, open)
  const noneChosen = some && draft.areas.length === 0
  const faults = [
    ...(noneChosen ? [{ id: 'where', message: say(followUpWords.chooseSome) }] : []),
    ...findFaults({ ...draft, areas: alert.areas }, known.wording, nowMs(), say),
  ]
  const sending = useHandOn({
    alert,
    open,
    draft,
    wording: known.wording,
    onDone: () => {
      own.forget()
      route(`/alerts/${alert.alertId}`, true)
    },
  })
  const faultOf = (id: string): string | undefined => told.find((fault) => fault.id === id)?.message
  const editing: Editing = { draft, change, locked: true, faultOf }
  const check = (): Promise<boolean> => {
    setTold(faults)
    return faults.length === 0 ? sending.send() : Promise.resolve(false)
  }
  return (
    <>
      <KeptDraft own={own} />
      <ErrorSummary errors={told} />
      {open === undefined ? null : <Fixed areas={open.areas} />}
      <LoadedState loaded={heads} />
      {heads.body === undefined || open !== undefined ? null : (
        <ChooseCleared
          heads={heads.body}
          remaining={alert.remaining}
          areas={draft.areas}
          some={some}
          error={faultOf('where')}
          onSome={setSome}
          onChange={(areas) => change({ areas })}
        />
      )}
      {heads.body === undefined || noneChosen ? null : (
        <Heads heads={heads.body} areas={open === undefined ? draft.areas : []} />
      )}
      <SaysWhat {...editing} known={known} number={alert.number} shows />
      <HoldsUntil {...editing} />
      <p>{say(checkWords.second)}</p>
      <p>
        <SendButton
          kind="primary"
          // Where it is over cannot be chosen before the villages are there.
          disabled={open === undefined && heads.body === undefined}
          sending={{ ...sending, send: check }}
        >
          {say(followUpWords.send)}
        </SendButton>
      </p>
    </>
  )
}

/** Says that the danger is over, everywhere or in some villages; also mends an all-clear that waits. */
export const AllClearScreen = () => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <AlertToFollow title={followUpWords.allClearTitle} why={followUpWords.allClearWhy}>
      {(alert, open) => {
        if (open !== undefined && open.level !== 'all-clear') {
          return <p class="error">{say(followUpWords.waitsAlready, { version: open.version })}</p>
        }
        if (open === undefined && alert.remaining.areas.length === 0) {
          return <p class="card">{say(followUpWords.ended)}</p>
        }
        return person === undefined ? null : (
          <AllClearForm key={alert.alertId} alert={alert} open={open} person={person} />
        )
      }}
    </AlertToFollow>
  )
}
