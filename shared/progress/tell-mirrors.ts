import { mirroredOf, type Dispatch, type Recipient } from '../domain/dispatch.ts'
import type { DispatchStore } from '../store/dispatch-store.ts'

/** Tells the villages that share phones with these recipients of the dispatch what became of their SMS. */
export const tellMirrors = async (
  deps: { dispatches: Pick<DispatchStore, 'mirror'> },
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
