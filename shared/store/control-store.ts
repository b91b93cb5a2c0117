import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { VersionRecord } from '../contracts/version-record.ts'
import { dueShardOf } from './dispatch-record.ts'
import { createVersionStep } from './version-step.ts'

/**
 * What people do to a version that was issued: each is one write on condition of the state, and false where that did
 * not hold. What has to follow stands in sets of the same write, so that `tick` finds it.
 */
export type ControlStore = ReturnType<typeof createControlStore>

type VersionKey = Pick<VersionRecord, 'alertId' | 'version'>
type History = VersionRecord['history'][number]

/** Everything of a district that has to be queued again, and when `tick` looks whether it was. */
type Follow = { wavesToQueue: ReadonlySet<string>; dueAtEpochSeconds: number }

export const createControlStore = (client: DynamoDBDocumentClient, table: string) => {
  const step = createVersionStep(client, table)

  return {
    stop: (version: VersionKey, history: History): Promise<boolean> =>
      step(version, { action: 'stop', history, sets: {} }),

    /** Not where its time is over. */
    resume: (
      version: VersionKey,
      { nowEpochSeconds, history, ...follow }: Follow & { nowEpochSeconds: number; history: History },
    ): Promise<boolean> =>
      step(version, {
        action: 'resume',
        history,
        sets: { ...follow, resumedAtEpochSeconds: nowEpochSeconds, dueShard: dueShardOf(version.alertId) },
        condition: 'expiresAtEpochSeconds > :now',
        values: { ':now': nowEpochSeconds },
      }),

    /** `supersededAtEpochMs` only where something of it may be going out at this moment. */
    supersede: (
      version: VersionKey,
      { history, ...follow }: Follow & { history: History; supersededAtEpochMs: number | undefined },
    ): Promise<boolean> => {
      const isOpen = follow.wavesToQueue.size > 0
      return step(version, {
        action: 'supersede',
        history,
        sets: isOpen ? { ...follow, dueShard: dueShardOf(version.alertId) } : {},
      })
    },

    /** Ends a stopped version whose time is over; what is open of it is queued once more, to be seen to expire. */
    expireStopped: (version: VersionKey, { history, ...follow }: Follow & { history: History }) =>
      step(version, {
        action: 'expire',
        history,
        sets: { ...follow, dueShard: dueShardOf(version.alertId) },
        condition: '#state = :stopped',
        values: { ':stopped': 'stopped' },
      }),

    /** Takes a version up again that was completed too early. */
    reopen: (version: VersionKey, { history, ...follow }: Follow & { history: History }) =>
      step(version, {
        action: 'resend',
        history,
        sets: { ...follow, dueShard: dueShardOf(version.alertId) },
      }),

    /** Notes a person's wish after those that the version was read with; every district has to carry it out. */
    resend: (
      version: Pick<VersionRecord, 'alertId' | 'version' | 'districts' | 'resends'>,
      wish: {
        states: VersionRecord['resends'][number]['states']
        nowEpochSeconds: number
        dueAtEpochSeconds: number
        history: History
      },
    ): Promise<boolean> => {
      const { by, atIso } = wish.history
      const number = version.resends.length + 1
      const isFirst = version.resends.length === 0
      return step(version, {
        action: 'resend',
        history: wish.history,
        sets: {
          resends: [...version.resends, { number, states: wish.states, by, atIso }],
          resendToQueue: new Set(Object.keys(version.districts)),
          dueShard: dueShardOf(version.alertId),
          dueAtEpochSeconds: wish.dueAtEpochSeconds,
        },
        condition: `expiresAtEpochSeconds > :now AND ${isFirst ? 'attribute_not_exists(resends)' : 'size(resends) = :before'}`,
        values: { ':now': wish.nowEpochSeconds, ...(isFirst ? {} : { ':before': version.resends.length }) },
        orStays: true,
      })
    },
  }
}
