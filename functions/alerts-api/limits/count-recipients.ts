import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { recipientsInLane, sumRecipients } from '../../../shared/domain/district-summary.ts'
import { aimOf } from '../../../shared/domain/follow-up.ts'
import { countHeads } from '../../../shared/progress/count-heads.ts'
import type { AlertsApiDeps } from '../deps.ts'

/**
 * How many people a version goes to, without reading every village of the country: whole districts by their summaries
 * where the version goes to all who are on the roster, everything else village by village.
 */
export const countRecipients = async (
  deps: Pick<AlertsApiDeps, 'villages' | 'summaries' | 'dispatches' | 'alerts'>,
  version: VersionRecord,
): Promise<number> => {
  if (aimOf(version) !== 'roster' || version.audience !== undefined) {
    return (await countHeads(deps, version)).recipients
  }
  const summaries = await deps.summaries.list('')
  const counted = summaries.filter(
    ({ district, staleToken }) => version.districts[district]?.length === 0 && staleToken === undefined,
  )
  const known = new Set(counted.map(({ district }) => district))
  const rest = Object.fromEntries(Object.entries(version.districts).filter(([code]) => !known.has(code)))
  const heads = await countHeads(deps, { ...version, districts: rest })
  return counted.reduce(
    (sum, summary) => sum + sumRecipients(recipientsInLane(summary, version.lane)),
    heads.recipients,
  )
}
