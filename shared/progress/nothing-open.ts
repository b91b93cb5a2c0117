import type { VersionRecord } from '../contracts/version-record.ts'

/** What is open of a version that was just written: nothing, until it is issued. */
export const nothingOpen = (): Pick<
  VersionRecord,
  | 'fanOutOpen'
  | 'firstTurnOpen'
  | 'workOpen'
  | 'doubtful'
  | 'secondWaveToQueue'
  | 'wavesToQueue'
  | 'resendToQueue'
  | 'resends'
> => ({
  fanOutOpen: new Set(),
  firstTurnOpen: new Set(),
  workOpen: new Set(),
  doubtful: new Set(),
  secondWaveToQueue: new Set(),
  wavesToQueue: new Set(),
  resendToQueue: new Set(),
  resends: [],
})
