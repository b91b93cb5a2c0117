import type { Dispatch } from '../../shared/domain/dispatch.ts'
import type { RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { SendSmsDeps } from './deps.ts'
import { acceptedOf, dueAfter, nothingDone, withChanges, type SendReport } from './send-report.ts'
import { tellMirrors } from '../../shared/progress/tell-mirrors.ts'

const mostTries = 3

/**
 * A sender whose lease was taken over may not publish any more, but what it did publish is recorded: a recipient
 * whom another sender has not come to again yet becomes accepted and gets no second SMS.
 */
export const recordAfterLostLease = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  changes: readonly RecipientChange[],
): Promise<SendReport> => {
  deps.logger.warn('LEASE_LOST', { alertId: dispatch.alertId, village: dispatch.village })
  // The index is told even of what is not recorded: a receipt must find its delivery.
  const report = {
    ...nothingDone,
    accepted: acceptedOf(
      dispatch,
      changes.map(({ index }) => index),
    ),
  }
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- reads again only when somebody wrote in between
    const current = await deps.dispatches.find(dispatch)
    if (current === undefined) return report
    const late = changes.flatMap(({ index, to }): RecipientChange[] => {
      const from = current.recipients[index]
      const isOpenToIt = from?.state === 'pending' || from?.state === 'in-doubt'
      return from !== undefined && isOpenToIt && to.state === 'accepted'
        ? [{ index, from, to: { ...to, attempts: from.attempts, possibleDuplicate: from.possibleDuplicate } }]
        : []
    })
    if (late.length === 0) return { ...report, dispatch: current }
    const after: Dispatch = { ...withChanges(current, late), lease: current.lease }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const applied = await deps.dispatches.change(current, {
      recipients: late,
      lease: current.lease,
      ...dueAfter(deps, after),
    })
    if (!applied) continue
    // oxlint-disable-next-line no-await-in-loop -- the last step
    await tellMirrors(
      deps,
      after,
      late.map(({ to }) => to),
    )
    return { ...report, dispatch: after }
  }
  return report
}
