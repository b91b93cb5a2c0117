import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { alertsTable, rosterTable } from '../tables.ts'

const mostExpressionBytes = 4096
const mostOperators = 300

const indexKeyNames: readonly string[] = [...rosterTable.indexes, ...alertsTable.indexes].flatMap((index) => [
  index.partitionKey.name,
  index.sortKey.name,
])

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const checkExpression = (expression: string): void => {
  if (Buffer.byteLength(expression) > mostExpressionBytes) {
    throw new Error(`expression over ${mostExpressionBytes} bytes: AWS would refuse it`)
  }
  const operators =
    expression.match(/[=<>+-]|\b(AND|OR|NOT|IN|BETWEEN|SET|REMOVE|ADD|DELETE)\b/g)?.length ?? 0
  if (operators > mostOperators)
    throw new Error(`expression over ${mostOperators} operators: AWS would refuse it`)
}

/** Throws on what DynamoDB refuses and the embedded table lets pass, so that tests find it on one machine. */
export const checkTableInput = (given: unknown): void => {
  const input = asRecord(given)
  checkExpression(asText(input['UpdateExpression']))
  checkExpression(asText(input['ConditionExpression']))
  checkExpression(asText(input['KeyConditionExpression']))
  for (const values of [asRecord(input['Item']), asRecord(input['ExpressionAttributeValues'])]) {
    for (const name of [...indexKeyNames, ...indexKeyNames.map((key) => `:${key}`)]) {
      if (values[name] === '') throw new Error(`empty key of an index: ${name}`)
    }
  }
}

/** Puts the guard in front of every command of the client. */
export const guardTables = (client: DynamoDBDocumentClient): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      checkTableInput(args.input)
      return next(args)
    },
    { step: 'initialize', name: 'tableGuard' },
  )
  return client
}
