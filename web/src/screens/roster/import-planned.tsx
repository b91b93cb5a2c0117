import { useEffect } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { importWords } from '../../words/import-words.ts'
import { useWords } from '../../words/language.ts'
import { ImportDifference } from './import-difference.tsx'
import { confirmedMatches, ImportMatches } from './import-matches.tsx'
import { ImportProblems } from './import-problems.tsx'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>
type Props = { view: View; onView: (view: View) => void; reload: () => void }

/** Reads the file again: with another answer to who is not in it, or as the plan grew old. */
const useReplan = ({ view, onView }: Props, markLeft: boolean) =>
  useSend(
    () =>
      callApi('POST /v1/roster-imports/{importId}/plan', {
        params: { importId: view.id },
        body: {
          markLeft,
          confirmedMatches: view.plan === null ? {} : confirmedMatches(view.plan),
        },
      }),
    onView,
  )

const Apply = (props: Props & { changes: number }) => {
  const say = useWords()
  const { view, onView, reload, changes } = props
  const markLeft = view.plan?.markLeft === true
  const other = useReplan(props, !markLeft)
  const again = useReplan(props, markLeft)
  const sending = useSend(
    () => callApi('POST /v1/roster-imports/{importId}/apply', { params: { importId: view.id } }),
    onView,
  )
  const { failure } = sending
  // Another admin, or another tab, may have gone on with it: then that is what is shown.
  useEffect(() => {
    if (failure?.kind === 'problem' && failure.problem.code === 'wrong-state') reload()
  }, [failure])
  const leaving = view.plan?.counts.membersLeft ?? 0
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={markLeft} disabled={other.busy} onChange={() => void other.send()} />
        <span>{say(importWords.leaveOut)}</span>
      </label>
      {leaving === 0 ? null : <p class="error">{say(importWords.willLeave, { n: wholeNumber(leaving) })}</p>}
      {changes === 0 ? null : (
        <p>
          <SendButton sending={sending}>
            {say(importWords.apply, { villages: wholeNumber(changes) })}
          </SendButton>
        </p>
      )}
      {failure?.kind === 'problem' ? (
        <SendButton kind="usual" sending={again}>
          {say(importWords.readAgain)}
        </SendButton>
      ) : null}
    </>
  )
}

/** What was found in the file: its errors, or what it would change and the button that does it. */
export const ImportPlanned = ({ view, onView, reload }: Props) => {
  const say = useWords()
  const { plan } = view
  if (plan === null) return null
  const { errors, rows, villagesAdded, villagesChanged } = plan.counts
  return (
    <>
      {errors > 0 ? (
        <div class="error">
          <h2>{say(importWords.faulty)}</h2>
          <p>{say(importWords.faultyWhat, { n: wholeNumber(errors), rows: wholeNumber(rows) })}</p>
          <p>
            <a class="button primary" href="/villages/import">
              {say(importWords.chooseMended)}
            </a>
          </p>
        </div>
      ) : null}
      <ImportMatches importId={view.id} plan={plan} onPlanned={onView} />
      {plan.applicable ? (
        <ImportDifference view={view}>
          <Apply view={view} onView={onView} reload={reload} changes={villagesAdded + villagesChanged} />
        </ImportDifference>
      ) : null}
      <ImportProblems view={view} />
    </>
  )
}
