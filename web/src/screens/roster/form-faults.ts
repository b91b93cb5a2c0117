import type { CallFailure } from '../../api/call-api.ts'

type Faults = Readonly<Record<string, string>>

/** What is wrong in which field of a form, as the API told it. */
export const faultsOf = (failure: CallFailure | undefined): Faults =>
  failure?.kind === 'problem'
    ? Object.fromEntries(
        failure.problem.errors.map(({ path, message }) => [path.split('.')[1] ?? path, message]),
      )
    : {}

export const wasEditedMeanwhile = (failure: CallFailure | undefined): boolean =>
  failure?.kind === 'problem' && failure.problem.code === 'edited-meanwhile'
