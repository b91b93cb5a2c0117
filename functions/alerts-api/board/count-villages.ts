import type * as z from 'zod'
import type { listedAlert } from '../../../shared/contracts/alerts.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { countCoverage } from '../../../shared/domain/coverage.ts'
import { rangeOfCodes, type User } from '../../../shared/domain/user.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { shownTo, toBoardRows } from './board-rows.ts'

const mostNamed = 20

/** How far the user's villages are with a version, and which need help. Reads no rows of areas beside the user's. */
export const countVillages = async (
  deps: Pick<AlertsApiDeps, 'board'>,
  user: User,
  version: VersionRecord,
): Promise<z.input<typeof listedAlert>['villages']> => {
  const entries = await deps.board.list(version.alertId, version.version, rangeOfCodes(user))
  const rows = toBoardRows(version, shownTo(user, version, entries))
  const needHelp = rows.filter(([, coverage]) => coverage === 'needs-help')
  return {
    coverage: countCoverage(rows.map(([, coverage]) => coverage)),
    needHelp: needHelp.slice(0, mostNamed).map(([code]) => code),
  }
}
