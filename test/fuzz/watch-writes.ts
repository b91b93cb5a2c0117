import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { auditTable } from '../../shared/tables.ts'

const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)/

const textOf = (input: object): string =>
  JSON.stringify(input, (_, value: unknown) => (value instanceof Set ? [...value] : value))

/** The audit writes down what was tried, refused or not. */
const isOfAudit = (text: string): boolean =>
  text.includes(`"TableName":"${auditTable.name}"`) || text.includes('"SET auditHead = :head"')

/** Counts writes that a client made and that the table took; what failed its condition changed nothing. */
export const watchWrites = (client: DynamoDBDocumentClient) => {
  const done: string[] = []
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      const text = textOf(args.input)
      if (writing.test(context.commandName ?? '') && !isOfAudit(text))
        done.push(`${context.commandName ?? ''} ${text.slice(0, 300)}`)
      return answer
    },
    { step: 'initialize', name: 'watchWrites' },
  )
  return { take: () => done.splice(0) }
}
