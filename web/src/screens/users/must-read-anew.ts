import type { Sending } from '../../api/use-send.ts'

/** Whether what was read is not what is there any more. */
export const mustReadAnew = ({ failure }: Sending): boolean =>
  failure?.kind === 'problem' &&
  ['edited-meanwhile', 'changed-meanwhile', 'wrong-state'].includes(failure.problem.code)
