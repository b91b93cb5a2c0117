import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { AuditRow, ChainHead } from '../domain/audit.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'

/** The chains of the audit: rows are added and read, never changed. */
export type AuditStore = ReturnType<typeof createAuditStore>

/** A head with the time of its row. */
type DatedHead = ChainHead & { id: string; atIso: string }

/** Whatever stands there: a row that somebody broke must not stop those after it. The check finds it. */
const toHead = (chain: string, item: Record<string, unknown>): DatedHead => {
  const text = (name: string): string => (typeof item[name] === 'string' ? item[name] : '')
  return {
    chain,
    sequence: Number(item['sequence']),
    hash: text('hash'),
    id: text('id'),
    atIso: text('atIso'),
  }
}

export const createAuditStore = (client: DynamoDBDocumentClient, table: string) => {
  const ofChain = (chain: string, from: number) => ({
    TableName: table,
    KeyConditionExpression: 'chain = :chain AND #sequence >= :from',
    ExpressionAttributeNames: { '#sequence': 'sequence' },
    ExpressionAttributeValues: { ':chain': chain, ':from': from },
    ConsistentRead: true,
  })
  return {
    /** Puts a row where its place is free; false where it is taken. */
    add: (row: AuditRow): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: row,
            ConditionExpression: 'attribute_not_exists(chain)',
          }),
        ),
      ),

    /** The last row, if there is one. */
    findHead: async (chain: string): Promise<DatedHead | undefined> => {
      const answer = await client.send(
        new QueryCommand({ ...ofChain(chain, 0), ScanIndexForward: false, Limit: 1 }),
      )
      const [item] = answer.Items ?? []
      return item === undefined ? undefined : toHead(chain, item)
    },

    /** The rows from this place on to the head. */
    listHeadsFrom: async (chain: string, from: number): Promise<DatedHead[]> =>
      (await queryAll(client, ofChain(chain, from))).map((item) => toHead(chain, item)),

    /** Rows as they are stored, lowest sequence first: whoever checks them must see what does not belong there too. */
    listStored: (chain: string): Promise<Record<string, unknown>[]> => queryAll(client, ofChain(chain, 0)),

    /** So many rows behind one, as they are stored. */
    listPage: async (chain: string, after: number, limit: number): Promise<Record<string, unknown>[]> => {
      const answer = await client.send(new QueryCommand({ ...ofChain(chain, after + 1), Limit: limit }))
      return answer.Items ?? []
    },
  }
}
