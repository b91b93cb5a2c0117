import type { VersionRecord } from '../contracts/version-record.ts'

/**
 * Districts of the version where deliveries may be open. After a resend a mark that comes late may have taken a
 * district out too early, so that all of them may.
 */
export const districtsWithWork = ({
  districts,
  resends,
  workOpen,
}: Pick<VersionRecord, 'districts' | 'resends' | 'workOpen'>): ReadonlySet<string> =>
  resends.length > 0 ? new Set(Object.keys(districts)) : workOpen
