/** Why a message of a queue could not be worked on: its id on the queue, and the name of the error, never its words. */
export type WorkFailure = { messageId: string; errorName: string }

/** Keeps failures for whoever looks at the dead letters; gives up after `withinMs`. */
export type RecordFailures = (failures: readonly WorkFailure[], withinMs: number) => Promise<void>

/** The name that a failure of a body bears which is no message of its queue. */
export const unreadableBody = 'UnreadableBody'

/** A name as programs give errors: anything else may hold what somebody sent. */
export const errorNameOf = (name: string): string => (/^[A-Za-z][\w.:$]{0,79}$/.test(name) ? name : 'Error')
