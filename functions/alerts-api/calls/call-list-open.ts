import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { isIssuedAtNight, type CallRules } from '../../../shared/domain/call-list.ts'
import type { Pace } from '../../../shared/store/pace-record.ts'

/**
 * Whether villages must be called without waiting for a proof: SMS cannot be relied on now, or a warning or evacuation
 * was issued while people sleep.
 */
export const isCallListOpen = (
  version: VersionRecord,
  { quotaHeldSinceMs, halts }: Pick<Pace, 'quotaHeldSinceMs' | 'halts'>,
  rules: CallRules,
): boolean =>
  version.quotaExhaustedSinceEpochSeconds !== undefined ||
  quotaHeldSinceMs !== undefined ||
  halts.accountStop !== undefined ||
  isIssuedAtNight(version, rules)
