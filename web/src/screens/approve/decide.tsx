import { useState } from 'preact/hooks'
import { callApi, type CallFailure } from '../../api/call-api.ts'
import { useSend } from '../../api/use-send.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { approveWords } from '../../words/approve-words.ts'
import { fullTime, wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { Glass } from './glass.tsx'
import { InWords } from './in-words.tsx'
import { OnceRead } from './once-read.tsx'
import { Reason } from './reason.tsx'
import { rejectAlert } from './reject-alert.ts'
import { useHeads } from './use-heads.ts'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** The number of people that the API found instead of the one that was shown; undefined for any other failure. */
const newHeadCount = (failure: CallFailure | undefined): number | undefined => {
  if (failure?.kind !== 'problem' || failure.problem.code !== 'head-count-changed') return undefined
  const count = failure.problem.facts?.['headCount']
  return typeof count === 'number' ? count : undefined
}

const Approve = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const { submission } = version
  const [headCount, setHeadCount] = useState<number | undefined>(undefined)
  const sending = useSend(async (idempotencyKey) => {
    const result = await callApi('POST /v1/alerts/{alertId}/approve', {
      params: { alertId: alert.alertId },
      idempotencyKey,
      body: { digest: submission?.digest ?? '', ...(headCount === undefined ? {} : { headCount }) },
    })
    if (!result.ok) setHeadCount((now) => newHeadCount(result.failure) ?? now)
    return result
  }, onDone)
  const people = wholeNumber(headCount ?? submission?.headCount ?? 0)
  return (
    <>
      {headCount === undefined ? null : <p class="error">{say(approveWords.headCountChanged, { people })}</p>}
      <p>
        <SendButton sending={sending}>{say(approveWords.approve, { people })}</SendButton>
      </p>
    </>
  )
}

const SendBack = ({ alert, isOwn, onDone }: Omit<Props, 'version'> & { isOwn: boolean }) => {
  const say = useWords()
  const [reason, setReason] = useState('')
  const returning = useSend(
    (idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/return', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        body: { reason },
      }),
    onDone,
  )
  const rejecting = useSend((idempotencyKey) => rejectAlert(alert, reason, idempotencyKey), onDone)
  const isEmpty = reason.trim() === ''
  return (
    <section>
      <h2>{say(isOwn ? approveWords.takeBack : approveWords.notApprove)}</h2>
      <Reason id="back-reason" value={reason} onInput={setReason} />
      <p>
        <SendButton sending={returning} kind="usual" disabled={isEmpty}>
          {say(approveWords.giveBack)}
        </SendButton>{' '}
        <SendButton sending={rejecting} kind="usual" disabled={isEmpty}>
          {say(approveWords.reject)}
        </SendButton>
      </p>
    </section>
  )
}

/** One officer issues alone, for when nobody answers. */
export const BreakGlass = ({ alert, onDone }: Omit<Props, 'version'>) => (
  <Glass
    id="glass-reason"
    words={{ opens: approveWords.glass, does: approveWords.glassWhy, press: approveWords.glassGo }}
    call={(reason, idempotencyKey) =>
      callApi('POST /v1/alerts/{alertId}/break-glass', {
        params: { alertId: alert.alertId },
        idempotencyKey,
        ifMatch: alert.etag,
        body: { reason },
      })
    }
    onDone={onDone}
  />
)

/** What waits for a second person: everything that they would approve, in words, and what they can do. */
export const Decide = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const person = useSignal(me)
  const heads = useHeads(alert)
  const isOwn = version.history.some(
    ({ action, by }) =>
      by === person?.id && (action === 'create' || action === 'edit' || action === 'submit'),
  )
  return (
    <>
      <h2>{say(isOwn ? approveWords.ownTitle : approveWords.title)}</h2>
      <p>
        {say(approveWords.wants, {
          people: wholeNumber(version.submission?.headCount ?? 0),
          time: fullTime(version.expiresAtIso),
        })}
      </p>
      <InWords alert={alert} version={version} heads={heads} />
      <OnceRead what={version.submission?.digest ?? ''}>
        {isOwn ? <p class="card">{say(approveWords.yours)}</p> : <Approve {...{ alert, version, onDone }} />}
        <SendBack alert={alert} isOwn={isOwn} onDone={onDone} />
        {version.level === 'all-clear' ? null : <BreakGlass alert={alert} onDone={onDone} />}
      </OnceRead>
    </>
  )
}
