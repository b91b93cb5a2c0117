import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Alert } from '../../../api/alert.ts'
import { callApi } from '../../../api/call-api.ts'
import { useAreaNames } from '../../../names/use-area-names.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import { useSend } from '../../../api/use-send.ts'
import { bodyOf, type Draft, type Wording } from '../../../drafts/draft.ts'
import { me, type Me } from '../../../sign-in/me.ts'
import { useSignal } from '../../../signal.ts'
import { useOwnDraft } from '../../../drafts/use-kept-draft.ts'
import { ErrorSummary, type FormError } from '../../../ui/error-summary.tsx'
import { KeptDraft } from '../../../ui/kept-draft.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SendButton } from '../../../ui/send-button.tsx'
import { levelWords } from '../../../words/alert-words.ts'
import { composeWords } from '../../../words/compose-words.ts'
import { wholeNumber } from '../../../words/dates.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { useWords } from '../../../words/language.ts'
import { Areas } from '../../compose/areas.tsx'
import { nowIso, nowMs } from '../../../clock.ts'
import type { Editing } from '../../compose/editing.ts'
import { FiguresGroup } from '../../compose/figures.tsx'
import { findFaults } from '../../compose/find-faults.ts'
import { useFigures } from '../../compose/use-figures.ts'
import { useWording } from '../../compose/use-wording.ts'
import { goesOutAlone, WhoDecides } from '../../compose/who-decides.tsx'
import { AlertToFollow } from './alert-to-follow.tsx'
import { HoldsUntil } from './holds-until.tsx'
import { SaysWhat } from './says-what.tsx'
import { sendFollowUp } from './send-follow-up.ts'
import { levelsFrom, toldAreas, updateOf } from './told-so-far.ts'

/** The draft as the API counts it: with the areas so far. */
const whole = (draft: Draft, told: readonly string[]): Draft => ({
  ...draft,
  areas: [...told, ...draft.areas.filter((area) => !told.some((one) => area.startsWith(one)))],
})

const useHandOn = (alert: Alert, draft: Draft, wording: Wording, onDone: () => void) => {
  const told = toldAreas(alert)
  return useSend((key) => {
    const body = bodyOf(whole(draft, told), wording)
    // The button is not there without a body.
    if (body === undefined) return Promise.resolve({ ok: false, failure: { kind: 'offline' } })
    const { level, areas, texts, template, expiresAtIso } = body
    return sendFollowUp(key, (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/update', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: {
          level,
          ...(draft.areas.length === 0 ? {} : { areas }),
          ...(template === undefined ? { texts } : { template }),
          ...(expiresAtIso === undefined ? {} : { expiresAtIso }),
        },
      }),
    )
  }, onDone)
}

const SoFar = ({ alert }: { alert: Alert }) => {
  const say = useWords()
  const told = toldAreas(alert)
  const nameAreas = useAreaNames(told)
  const heads = useLoaded(`heads update ${alert.alertId}`, () =>
    callApi('GET /v1/alerts/{alertId}/heads', {
      params: { alertId: alert.alertId },
      query: { of: 'update' },
    }),
  )
  return (
    <section>
      <p>{say(followUpWords.soFar, { areas: nameAreas(told, 12) })}</p>
      <p>
        {heads.body === undefined
          ? say(followUpWords.headsUnknown)
          : say(followUpWords.headsBefore, {
              people: wholeNumber(heads.body.recipients),
              villages: wholeNumber(heads.body.villages.length),
            })}
      </p>
    </section>
  )
}

const UpdateForm = ({ alert, person }: { alert: Alert; person: Me }) => {
  const say = useWords()
  const { route } = useLocation()
  const own = useOwnDraft(`update.${alert.alertId}`, person.id, () => updateOf(alert, nowIso()))
  const { draft, change } = own
  const [told, setTold] = useState<readonly FormError[]>([])
  const all = whole(draft, toldAreas(alert))
  const known = useWording(draft)
  const faults = findFaults(all, known.wording, nowMs(), say)
  const figures = useFigures(faults.length === 0 ? bodyOf(all, known.wording) : undefined)
  const sending = useHandOn(alert, draft, known.wording, () => {
    own.forget()
    route(`/alerts/${alert.alertId}`, true)
  })
  const editing: Editing = {
    draft,
    change,
    locked: true,
    faultOf: (id) => told.find((fault) => fault.id === id)?.message,
  }
  const check = (): Promise<boolean> => {
    setTold(faults)
    return faults.length === 0 ? sending.send() : Promise.resolve(false)
  }
  return (
    <>
      <KeptDraft own={own} />
      <ErrorSummary errors={told} />
      <SoFar alert={alert} />
      <Radios
        name="level"
        legend={say(composeWords.level)}
        options={levelsFrom(alert).map((value) => ({ value, label: say(levelWords[value]) }))}
        chosen={draft.level}
        onChoose={(level) => change({ level })}
      />
      <SaysWhat {...editing} known={known} number={alert.number} shows={faults.length > 0} />
      <HoldsUntil {...editing} />
      <details>
        <summary>{say(followUpWords.addAreas)}</summary>
        <Areas {...editing} own={person.areas} />
      </details>
      {faults.length === 0 ? (
        <FiguresGroup
          draft={all}
          wording={known.wording}
          figures={figures}
          onTexts={(texts) => change({ texts })}
        />
      ) : (
        <p class="hint">{say(composeWords.notYet)}</p>
      )}
      <WhoDecides figures={figures} />
      <p>
        <SendButton kind="primary" sending={{ ...sending, send: check }}>
          {say(goesOutAlone(figures) === true ? followUpWords.sendAlone : followUpWords.send)}
        </SendButton>
      </p>
    </>
  )
}

/** News of a danger that goes on: to everybody so far, and to more. */
export const UpdateScreen = () => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <AlertToFollow title={followUpWords.updateTitle} why={followUpWords.updateWhy}>
      {(alert, open) =>
        open === undefined && person !== undefined ? (
          <UpdateForm key={alert.alertId} alert={alert} person={person} />
        ) : (
          <p class="error">{say(followUpWords.waitsAlready, { version: open?.version ?? alert.version })}</p>
        )
      }
    </AlertToFollow>
  )
}
