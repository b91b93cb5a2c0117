import { mirroredOf, type Dispatch, type Recipient } from '../../shared/domain/dispatch.ts'
import type { SendSmsDeps } from './deps.ts'

/** Tells the villages that share phones with these recipients of the dispatch what became of their SMS. */
export const tellMirrors = async (
  deps: Pick<SendSmsDeps, 'dispatches'>,
  dispatch: Dispatch,
  recipients: readonly Recipient[],
): Promise<void> => {
  await Promise.all(
    recipients.flatMap(({ state, mirroredIn = [] }) => {
      const reached = mirroredOf(state)
      return reached === undefined
        ? []
        : mirroredIn.map((village) => deps.dispatches.mirror({ ...dispatch, village }, reached))
    }),
  )
}
