import * as z from 'zod'
import { boardShards, dueShards } from '../tables.ts'
import { deliveryStates, tallyAttributeOf, type DeliveryState, type Tally } from '../domain/delivery.ts'
import {
  mirroredStates,
  tallyOf,
  type Dispatch,
  type DispatchKey,
  type Recipient,
} from '../domain/dispatch.ts'
import { languages } from '../domain/village.ts'

const stateOfLetter = new Map<string, DeliveryState>(
  deliveryStates.map((state) => [tallyAttributeOf[state], state]),
)

/** A recipient as stored, with names of one letter: ten thousands of them are written in one alert. */
const recipientRecord = z.lazy(() =>
  z
    .object({
      m: z.string(),
      p: z.string(),
      l: z.enum(languages),
      w: z.union([z.literal(1), z.literal(2)]),
      s: z.string(),
      n: z.number().int(),
      d: z.boolean().optional(),
      b: z.number().int().optional(),
      o: z.string().optional(),
      v: z.array(z.string()).optional(),
      g: z.string().optional(),
      c: z.string().optional(),
      h: z.number().int().optional(),
      k: z.number().int().optional(),
      t: z.number().int().optional(),
    })
    .transform(({ m, p, l, w, s, n, d, b, o, v, g, c, h, k, t }, context): Recipient => {
      const state = stateOfLetter.get(s)
      if (state === undefined) {
        context.addIssue({ code: 'custom', message: 'no such delivery state' })
        return z.NEVER
      }
      return {
        memberId: m,
        phone: p,
        language: l,
        wave: w,
        state,
        attempts: n,
        possibleDuplicate: d ?? false,
        attemptsBefore: b,
        sharedWith: o,
        mirroredIn: v,
        gatewayMessageId: g,
        reason: c,
        handedOverAtEpochSeconds: h,
        smsTaken: k,
        changedAtEpochSeconds: t,
      }
    }),
)

/** The stored form of a recipient. */
export const toRecipientItem = (recipient: Recipient): Record<string, unknown> => ({
  m: recipient.memberId,
  p: recipient.phone,
  l: recipient.language,
  w: recipient.wave,
  s: tallyAttributeOf[recipient.state],
  n: recipient.attempts,
  ...(recipient.possibleDuplicate ? { d: true } : {}),
  ...(recipient.attemptsBefore === undefined ? {} : { b: recipient.attemptsBefore }),
  ...(recipient.sharedWith === undefined ? {} : { o: recipient.sharedWith }),
  ...(recipient.mirroredIn === undefined ? {} : { v: recipient.mirroredIn }),
  ...(recipient.gatewayMessageId === undefined ? {} : { g: recipient.gatewayMessageId }),
  ...(recipient.reason === undefined ? {} : { c: recipient.reason }),
  ...(recipient.handedOverAtEpochSeconds === undefined ? {} : { h: recipient.handedOverAtEpochSeconds }),
  ...(recipient.smsTaken === undefined ? {} : { k: recipient.smsTaken }),
  ...(recipient.changedAtEpochSeconds === undefined ? {} : { t: recipient.changedAtEpochSeconds }),
})

const slotValues = z.lazy(() => z.record(z.string(), z.string()))

const dispatchRecord = z.lazy(() =>
  z
    .object({
      alertId: z.string(),
      version: z.number().int(),
      district: z.string(),
      SK: z.string(),
      lane: z.enum(['urgent', 'routine']),
      exposure: z.number().int(),
      recipients: z.array(recipientRecord),
      fill: z.object({ lo: slotValues, en: slotValues }).optional(),
      leaseToken: z.string().optional(),
      leaseEndsAtEpochMs: z.number().int().optional(),
      mirrored: z.enum(mirroredStates).optional(),
      resend: z.number().int().optional(),
      dueAtEpochSeconds: z.number().int().optional(),
    })
    .transform(
      ({ SK, leaseToken, leaseEndsAtEpochMs, ...rest }): Dispatch => ({
        ...rest,
        village: SK,
        lease:
          leaseToken === undefined || leaseEndsAtEpochMs === undefined
            ? undefined
            : { token: leaseToken, endsAtEpochMs: leaseEndsAtEpochMs },
      }),
    ),
)

export const toDispatch = (item: unknown): Dispatch => dispatchRecord.parse(item)

/** Partition of a district's dispatches of one version; the sort key is the village. */
export const dispatchPartition = (key: Omit<DispatchKey, 'village'>): string =>
  `DISPATCH#${key.alertId}#${key.version}#${key.district}`

export const dispatchKeyOf = (key: DispatchKey) => ({ PK: dispatchPartition(key), SK: key.village })

/** The dispatch that a key of the table names; undefined where it names something else. */
export const parseDispatchKey = (key: { PK: string; SK: string }): DispatchKey | undefined => {
  const [kind, alertId, version, district] = key.PK.split('#')
  if (kind !== 'DISPATCH' || alertId === undefined || version === undefined || district === undefined)
    return undefined
  return { alertId, version: Number(version), district, village: key.SK }
}

/** A small stable number from a text, to spread work over shards. */
const spread = (text: string): number => {
  let hash = 0
  for (const character of text) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0
  return hash
}

/**
 * Work that may have been left lying, or only receipts that may never come, which are looked at last; or people who
 * have to be told something by then.
 */
export type DueFor = 'work' | 'receipts' | 'notices'

const duePrefix: Readonly<Record<DueFor, string>> = { work: 'due', receipts: 'silent', notices: 'notice' }

export const duePartition = (dueFor: DueFor, shard: number): string => `${duePrefix[dueFor]}#${shard}`

export const dueShardOf = (text: string, dueFor: DueFor = 'work'): string =>
  duePartition(dueFor, spread(text) % dueShards)

export const boardKeyOf = (alertId: string, version: number, shard: number): string =>
  `${alertId}#${version}#${shard}`

const tallyItem = (tally: Tally): Record<string, number> =>
  Object.fromEntries(
    deliveryStates
      .filter((state) => tally[state] > 0)
      .map((state) => [tallyAttributeOf[state], tally[state]]),
  )

/** A new dispatch as stored. What has no open work is not due. */
export const toDispatchItem = (
  dispatch: Dispatch,
  dueAtEpochSeconds: number | undefined,
): Record<string, unknown> => ({
  ...dispatchKeyOf(dispatch),
  schemaVersion: 1,
  type: 'dispatch',
  alertId: dispatch.alertId,
  version: dispatch.version,
  district: dispatch.district,
  lane: dispatch.lane,
  exposure: dispatch.exposure,
  recipients: dispatch.recipients.map(toRecipientItem),
  ...(dispatch.fill === undefined ? {} : { fill: dispatch.fill }),
  ...(dispatch.removeAtEpochSeconds === undefined
    ? {}
    : { removeAtEpochSeconds: dispatch.removeAtEpochSeconds }),
  boardKey: boardKeyOf(dispatch.alertId, dispatch.version, spread(dispatch.village) % boardShards),
  ...tallyItem(tallyOf(dispatch.recipients)),
  ...(dueAtEpochSeconds === undefined ? {} : { dueShard: dueShardOf(dispatch.village), dueAtEpochSeconds }),
})

/** The tally of a row of the board, which holds only the counts that ever were above zero. */
export const toTally = (row: Readonly<Record<string, unknown>>): Tally => {
  const count = (state: DeliveryState): number => {
    const value = row[tallyAttributeOf[state]]
    return typeof value === 'number' ? value : 0
  }
  return {
    pending: count('pending'),
    sending: count('sending'),
    accepted: count('accepted'),
    delivered: count('delivered'),
    undelivered: count('undelivered'),
    unknown: count('unknown'),
    rehearsed: count('rehearsed'),
    'in-doubt': count('in-doubt'),
    rejected: count('rejected'),
    suppressed: count('suppressed'),
    superseded: count('superseded'),
    expired: count('expired'),
  }
}
