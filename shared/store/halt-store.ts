import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { haltKeyOf, type AccountResumption, type AccountStop, type Halts } from '../domain/halts.ts'
import { holds } from './conditions.ts'
import { paceKey, paceRecord, type Pace } from './pace-record.ts'

/**
 * What may not be sent. It stands beside the account's pace, so that a sender is told with each reservation of slots:
 * within two seconds nothing more goes out. Every change may be repeated.
 */
export type HaltStore = ReturnType<typeof createHaltStore>

type VersionKey = { alertId: string; version: number }

export const createHaltStore = (client: DynamoDBDocumentClient, table: string) => {
  const update = async (expression: string, values: Record<string, unknown>): Promise<Halts> => {
    const answer = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: paceKey,
        UpdateExpression: expression,
        ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
        ReturnValues: 'ALL_NEW',
      }),
    )
    return paceRecord.parse(answer.Attributes).halts
  }

  const findPace = async (): Promise<Pace> => {
    const answer = await client.send(new GetCommand({ TableName: table, Key: paceKey, ConsistentRead: true }))
    return paceRecord.parse(answer.Item ?? {})
  }

  return {
    /** What is stopped, and when the account has its next free slot. */
    findPace,

    find: async (): Promise<Halts> => (await findPace()).halts,

    /** Stops the SMS of a version. */
    halt: (version: VersionKey): Promise<Halts> =>
      update('ADD halted :version', { ':version': new Set([haltKeyOf(version)]) }),

    /** Lets the SMS of a version go out again, as far as its state allows. */
    release: (version: VersionKey): Promise<Halts> =>
      update('DELETE halted :version', { ':version': new Set([haltKeyOf(version)]) }),

    /** Stops every SMS of the account. Where it is stopped already the first stop stands; answers with what holds. */
    stopAccount: (stop: AccountStop): Promise<Halts> =>
      update('SET accountStop = if_not_exists(accountStop, :stop)', { ':stop': stop }),

    /** Ends the stop, and says who did: admins are told. Where nothing is stopped nothing is written. */
    resumeAccount: async (resumed: AccountResumption): Promise<Pace> => {
      await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: paceKey,
            UpdateExpression: 'SET accountResumed = :resumed REMOVE accountStop',
            ConditionExpression: 'attribute_exists(accountStop)',
            ExpressionAttributeValues: { ':resumed': resumed },
          }),
        ),
      )
      return findPace()
    },
  }
}
