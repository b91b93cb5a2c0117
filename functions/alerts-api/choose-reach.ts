import { reachOf as reachOfWish, type AlertMode, type Reach } from '../../shared/domain/alert.ts'
import type { FieldError } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'

type Wish = { mode: AlertMode; reaches?: Reach | undefined }
type Deps = Pick<AlertsApiDeps, 'drillsReach'>

/** Whether phones get the alert's SMS, in this stage. */
export const reachOf = ({ drillsReach }: Deps, wish: Wish): Reach => reachOfWish(drillsReach, wish)

const refuse = (message: string): FieldError[] => [{ path: 'body.reaches', message }]

/** What the stage or the mode does not allow: an actual alert that reaches nobody, a drill that reaches phones. */
export const findReachFaults = ({ drillsReach }: Deps, { mode, reaches }: Wish): FieldError[] => {
  if (mode === 'actual' && reaches === 'nobody')
    return refuse('An actual alert reaches phones: leave this out, or choose exercise or test.')
  return mode !== 'actual' && drillsReach === 'nobody' && reaches === 'phones'
    ? refuse('In this installation drills reach nobody: leave this out.')
    : []
}
