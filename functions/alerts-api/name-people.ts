import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import type { AlertsApiDeps } from './deps.ts'

/** Everybody who did something to an alert: each deed stands in the history of its version. */
export const actorsOf = (
  { createdBy }: Pick<AlertRecord, 'createdBy'>,
  versions: readonly Pick<VersionRecord, 'history'>[],
): string[] => [createdBy, ...versions.flatMap(({ history }) => history.map(({ by }) => by))]

/**
 * The names of users by id, also of who is disabled by now: what they did stays theirs. Who has no entry any more, and
 * Siang itself, is left out. Nothing else of them is read.
 */
export const namePeople = (
  { users }: Pick<AlertsApiDeps, 'users'>,
  ids: readonly string[],
): Promise<Record<string, string>> => users.listNames([...new Set(ids)])
