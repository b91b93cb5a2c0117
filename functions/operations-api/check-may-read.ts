import { dayOfChain } from '../../shared/domain/audit.ts'
import { coversTheCountry } from '../../shared/domain/dead-letter.ts'
import { userTouches, type User } from '../../shared/domain/user.ts'
import { notFound } from '../../shared/errors.ts'
import type { OperationsApiDeps } from './deps.ts'

/**
 * Whether the admin may read a chain: an alert's where the alert concerns their areas, a day's where they cover the
 * country, since its rows are about anywhere. Throws not-found otherwise.
 */
export const checkMayRead = async (
  deps: Pick<OperationsApiDeps, 'alerts'>,
  user: User,
  chain: string,
): Promise<void> => {
  if (dayOfChain(chain) !== undefined) {
    if (!coversTheCountry(user)) throw notFound('day')
    return
  }
  const alert = await deps.alerts.find(chain.slice('alert#'.length))
  if (alert === undefined || !alert.areas.some((area) => userTouches(user, area))) throw notFound('alert')
}
