import type { CallFailure } from './call-api.ts'

/** Whether the API has understood and refused: nothing was done, and another try is another wish. */
export const isRefusal = (failure: CallFailure | undefined): failure is CallFailure & { kind: 'problem' } =>
  failure?.kind === 'problem' && failure.status < 500
