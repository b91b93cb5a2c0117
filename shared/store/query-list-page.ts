import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Where a page of the index `list` ended. */
export type ListPosition = { listKey: string; createdAtIso: string; PK: string; SK: string }

/** A page of what stands in the index `list` under a key, newest first, and where the next one begins. */
export const queryListPage = async (
  client: DynamoDBDocumentClient,
  table: string,
  listKey: string,
  { limit, from }: { limit: number; from: ListPosition | undefined },
): Promise<{ items: Record<string, unknown>[]; next: ListPosition | undefined }> => {
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'list',
      KeyConditionExpression: 'listKey = :listKey',
      ExpressionAttributeValues: { ':listKey': listKey },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: from,
    }),
  )
  const last = answer.LastEvaluatedKey
  return {
    items: answer.Items ?? [],
    next:
      last === undefined
        ? undefined
        : {
            listKey,
            createdAtIso: String(last['createdAtIso']),
            PK: String(last['PK']),
            SK: String(last['SK']),
          },
  }
}
