import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../clock.ts'
import { nothingOpen } from './nothing-open.ts'

type Given =
  | 'alertId'
  | 'number'
  | 'level'
  | 'mode'
  | 'districts'
  | 'expiresAtEpochSeconds'
  | 'notice'
  | 'testSms'
  | 'removeAtEpochSeconds'

/** `open`: where there is somebody to write to; nothing where there is nobody. */
type Lone = Pick<VersionRecord, Given> & {
  texts: { lo?: string | undefined; en?: string | undefined }
  by: string
  issuedAtMs: number
  open: ReadonlySet<string>
}

/**
 * A version that no alert stands over (ADR 0029), issued by being written: its SMS go to phones in the urgent lane, as
 * a warning's do, and whatever is left lying of it `tick` finds.
 */
export const composeLoneVersion = (
  { recoverySeconds }: { recoverySeconds: number },
  { by, issuedAtMs, open, texts, ...given }: Lone,
): VersionRecord => {
  const issuedAtEpochSeconds = toEpochSeconds(issuedAtMs)
  const isForSomebody = open.size > 0
  return {
    ...given,
    version: 1,
    state: isForSomebody ? 'dispatching' : 'completed',
    lane: 'urgent',
    reaches: 'phones',
    areas: [],
    texts,
    rendered: texts,
    bodyDigest: '',
    revision: 1,
    authors: new Set(),
    issuedAtEpochSeconds,
    history: [{ action: 'issue', by, atIso: toIso(issuedAtMs) }],
    ...nothingOpen(),
    fanOutOpen: new Set(open),
    firstTurnOpen: new Set(open),
    workOpen: new Set(open),
    ...(isForSomebody ? { dueAtEpochSeconds: issuedAtEpochSeconds + recoverySeconds } : {}),
  }
}
