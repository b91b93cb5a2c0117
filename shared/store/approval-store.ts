import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { VersionRecord } from '../contracts/version-record.ts'
import { versionKey } from './alert-store.ts'
import { holds } from './conditions.ts'
import { dueShardOf } from './dispatch-record.ts'
import { createVersionStep } from './version-step.ts'

/**
 * What leads from a draft to sending: each is one write on condition of the state and of what the version says, and
 * false where that did not hold.
 */
export type ApprovalStore = ReturnType<typeof createApprovalStore>

type VersionKey = Pick<VersionRecord, 'alertId' | 'version'>
type Revised = VersionKey & Pick<VersionRecord, 'revision'>
type History = VersionRecord['history'][number]
type Issue = {
  rendered: VersionRecord['texts']
  issuedAtEpochSeconds: number
  dueAtEpochSeconds: number
  history: History
  breakGlass?: VersionRecord['breakGlass']
  reviewDueAtEpochSeconds?: number
  budget?: VersionRecord['budget']
}

const asRead = { condition: 'revision = :asRead' }
const dueAttributes = ['dueShard', 'dueAtEpochSeconds'] as const

export const createApprovalStore = (client: DynamoDBDocumentClient, table: string) => {
  const step = createVersionStep(client, table)

  return {
    /** From draft to submitted, if nobody has edited it since it was read. `tick` looks when its time is over. */
    submit: (
      version: Revised,
      submission: NonNullable<VersionRecord['submission']>,
      rest: { history: History; dueAtEpochSeconds: number },
    ): Promise<boolean> =>
      step(version, {
        action: 'submit',
        history: rest.history,
        sets: {
          submission,
          dueShard: dueShardOf(version.alertId),
          dueAtEpochSeconds: rest.dueAtEpochSeconds,
        },
        adds: { authors: new Set([submission.by]) },
        ...asRead,
        values: { ':asRead': version.revision },
      }),

    /** Writes an edited draft. What was submitted is a draft again, and what was to be approved is void. */
    edit: (
      version: Revised,
      edited: Pick<
        VersionRecord,
        'level' | 'areas' | 'districts' | 'audience' | 'texts' | 'template' | 'expiresAtEpochSeconds'
      >,
      history: History,
    ): Promise<boolean> =>
      step(version, {
        action: 'edit',
        history,
        sets: { ...edited, revision: version.revision + 1 },
        removes: [
          'submission',
          ...dueAttributes,
          ...(['template', 'audience'] as const).filter((name) => edited[name] === undefined),
        ],
        adds: { authors: new Set([history.by]) },
        ...asRead,
        values: { ':asRead': version.revision },
        orStays: true,
      }),

    /** `return` makes it a draft again, `reject` ends it. */
    sendBack: (version: VersionKey, action: 'return' | 'reject', history: History): Promise<boolean> =>
      step(version, {
        action,
        history,
        sets: {},
        removes: [...(action === 'return' ? ['submission'] : []), ...dueAttributes],
      }),

    /** Approves exactly what was submitted with this digest, unless the approver has written to it meanwhile. */
    approve: (
      version: VersionKey,
      approval: NonNullable<VersionRecord['approval']> & { digest: string },
      rest: { history: History; dueAtEpochSeconds: number },
    ): Promise<boolean> => {
      const { digest, ...kept } = approval
      return step(version, {
        action: 'approve',
        history: rest.history,
        sets: {
          approval: kept,
          dueShard: dueShardOf(version.alertId),
          dueAtEpochSeconds: rest.dueAtEpochSeconds,
        },
        condition: 'submission.digest = :digest AND NOT contains(authors, :by)',
        values: { ':digest': digest, ':by': approval.by },
      })
    },

    /** To dispatching in one write; from then on everything else can be rebuilt from the table. */
    issue: (
      version: Revised & Pick<VersionRecord, 'districts'>,
      action: 'issue-alone' | 'issue' | 'break-glass',
      { history, ...issue }: Issue,
    ): Promise<boolean> => {
      const districts = new Set(Object.keys(version.districts))
      return step(version, {
        action,
        history,
        sets: {
          ...issue,
          fanOutOpen: districts,
          firstTurnOpen: districts,
          workOpen: districts,
          dueShard: dueShardOf(version.alertId),
        },
        ...asRead,
        values: { ':asRead': version.revision },
      })
    },

    /** Notes what another officer thinks of what one did alone, once. */
    review: (
      version: VersionKey,
      review: NonNullable<VersionRecord['review']>,
      history: History,
    ): Promise<boolean> =>
      holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: versionKey(version.alertId, version.version),
            UpdateExpression: 'SET review = :review, history = list_append(history, :history)',
            ConditionExpression: 'attribute_exists(reviewDueAtEpochSeconds) AND attribute_not_exists(review)',
            ExpressionAttributeValues: { ':review': review, ':history': [history] },
          }),
        ),
      ),

    /** Ends what nobody issued in time; false where somebody did, or gave it more time. */
    expireUnissued: (version: Revised, history: History): Promise<boolean> =>
      step(version, {
        action: 'expire',
        history,
        sets: {},
        removes: dueAttributes,
        condition: `attribute_not_exists(issuedAtEpochSeconds) AND ${asRead.condition}`,
        values: { ':asRead': version.revision },
      }),
  }
}
