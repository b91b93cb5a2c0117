import { safeError } from '../../../shared/middleware/safe-error.ts'
import { tellOfAccount } from '../../../shared/progress/tell-of-account.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Tells admins of a stop of the account, or of its end. Where that fails the answer is the same: `tick` does it. */
export const tellAdminsOrLog = async (
  deps: AlertsApiDeps,
  pace: Parameters<typeof tellOfAccount>[1],
): Promise<void> => {
  try {
    await tellOfAccount(deps, pace)
  } catch (error) {
    deps.logger.error('ADMINS_NOT_TOLD', safeError(error))
  }
}
