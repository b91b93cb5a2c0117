import type { Wave } from './alert.ts'
import { isOpen } from './delivery.ts'
import type { Dispatch } from './dispatch.ts'
import { isRunning, type VersionState } from './version.ts'

/**
 * Waves of a dispatch with open work that a sender should look at now. Where the version is over any one of them is
 * enough: its sender ends all that is pending. While it is stopped there is none.
 */
export const wavesToSend = (
  dispatch: Pick<Dispatch, 'recipients'>,
  version: { state: VersionState; secondWaveOpenedAtEpochSeconds?: number | undefined },
): Wave[] => {
  if (!isRunning(version.state)) return []
  const open = ([1, 2] as const).filter((wave) =>
    dispatch.recipients.some((recipient) => recipient.wave === wave && isOpen(recipient.state)),
  )
  if (version.state !== 'dispatching') return open.slice(0, 1)
  return open.filter((wave) => wave === 1 || version.secondWaveOpenedAtEpochSeconds !== undefined)
}
