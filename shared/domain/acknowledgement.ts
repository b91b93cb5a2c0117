/**
 * What an officer's call to a village came to. `told`: a person has the message; `relaying`: and passes it on by
 * loudspeaker or from house to house. `no-answer` and `wrong-number` say nothing of the village.
 */
export const callOutcomes = ['told', 'relaying', 'needs-help', 'no-answer', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** One call as an officer recorded it. Records are only ever added. */
export type CallRecord = {
  id: string
  /** The version of the alert that the call was about. */
  version: number
  outcome: CallOutcome
  /** Whom of the committee they called, where they named one. */
  memberId?: string | undefined
  note?: string | undefined
  /** The officer's user id. */
  by: string
  calledAtEpochSeconds: number
  recordedAtEpochSeconds: number
  /** The id of the record whose place this one takes. */
  corrects?: string | undefined
}

/** What the people of a village have said so far: all that the board needs of its calls. */
export type VillageWord = {
  needsHelp: boolean
  /** The latest version that a person of the village has; 0 for none. */
  toldVersion: number
}

/** The records that no later one corrects, in the order of the calls, those of one second as they were recorded. */
export const standingRecords = <Call extends CallRecord>(records: readonly Call[]): Call[] => {
  const corrected = new Set(records.map(({ corrects }) => corrects))
  return records
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => a.calledAtEpochSeconds - b.calledAtEpochSeconds)
}

/** A need of help stands until a later call says that they were told; calls without an answer change nothing. */
export const wordOf = (records: readonly CallRecord[]): VillageWord =>
  standingRecords(records).reduce<VillageWord>(
    (word, { outcome, version }) => {
      if (outcome === 'needs-help') return { ...word, needsHelp: true }
      return outcome === 'told' || outcome === 'relaying'
        ? { needsHelp: false, toldVersion: Math.max(word.toldVersion, version) }
        : word
    },
    { needsHelp: false, toldVersion: 0 },
  )

/**
 * What that means for one version: who was told of it, or of a newer one, has acknowledged it. Help that is needed
 * is needed whatever version speaks.
 */
export const saidOf = (
  word: VillageWord | undefined,
  version: number,
): 'needs-help' | 'acknowledged' | undefined => {
  if (word === undefined) return undefined
  if (word.needsHelp) return 'needs-help'
  return word.toldVersion >= version ? 'acknowledged' : undefined
}
