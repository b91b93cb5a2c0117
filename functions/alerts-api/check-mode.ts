import type { AlertMode } from '../../shared/domain/alert.ts'
import { RequestError } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'

/** Throws where this installation may not send alerts of the mode. */
export const checkMode = ({ actualAllowed }: Pick<AlertsApiDeps, 'actualAllowed'>, mode: AlertMode): void => {
  if (mode !== 'actual' || actualAllowed) return
  throw new RequestError(
    'actual-not-allowed',
    'This installation may not send actual alerts yet: use exercise or test.',
    [{ path: 'body.mode', message: 'Must be exercise or test here.' }],
  )
}
