import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'

/** Every item that a query finds, over all its pages of at most 1 MB, in their order. */
export const queryAll = async (
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = []
  let startKey: Record<string, unknown> | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: startKey }))
    items.push(...(page.Items ?? []))
    startKey = page.LastEvaluatedKey
  } while (startKey !== undefined)
  return items
}
