import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { inBatches } from './in-batches.ts'

type Item = Record<string, unknown>

const mostKeysPerRead = 100
const mostItemsPerWrite = 25

/**
 * Reads many items consistently, 100 a request, in no certain order; what is not there is left out. Keys differ. `only`:
 * these attributes of them.
 */
export const readItems = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly { PK: string; SK: string }[],
  only?: readonly string[],
): Promise<Item[]> => {
  const projection =
    only === undefined
      ? {}
      : {
          ProjectionExpression: only.map((name) => `#${name}`).join(', '),
          ExpressionAttributeNames: Object.fromEntries(only.map((name) => [`#${name}`, name])),
        }
  const readBatch = async (batch: readonly Item[]): Promise<Item[]> => {
    const found: Item[] = []
    let wanted: Item[] = [...batch]
    while (wanted.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- asks again only for what was left unprocessed
      const answer = await client.send(
        new BatchGetCommand({
          RequestItems: { [table]: { Keys: wanted, ConsistentRead: true, ...projection } },
        }),
      )
      found.push(...(answer.Responses?.[table] ?? []))
      wanted = answer.UnprocessedKeys?.[table]?.Keys ?? []
    }
    return found
  }
  return (await Promise.all(inBatches(keys, mostKeysPerRead).map(readBatch))).flat()
}

/** Puts many items, 25 a request, over whatever is there. Keys differ. */
export const putItems = async (
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
): Promise<void> => {
  const writeBatch = async (batch: readonly Item[]): Promise<void> => {
    let requests = batch.map((item) => ({ PutRequest: { Item: item } }))
    while (requests.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- writes again only what was left unprocessed
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
      const left = answer.UnprocessedItems?.[table] ?? []
      requests = left.flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      )
    }
  }
  await Promise.all(inBatches(items, mostItemsPerWrite).map(writeBatch))
}
