import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { budgetLanes, type Budget, type BudgetLane } from '../domain/budget.ts'
import { accountDueAt, type BudgetAccount } from '../domain/budget-account.ts'
import { holds } from './conditions.ts'
import { dueShardOf } from './dispatch-record.ts'
import { queryAll } from './query-all.ts'

/**
 * What areas may use, and what of it is used. An account is one item for each month and lane, so that a reservation
 * over many areas is one write that holds or does not.
 */
export type BudgetStore = ReturnType<typeof createBudgetStore>

type AccountKey = Pick<BudgetAccount, 'month' | 'lane'>

const parts = z.lazy(() => z.record(z.string(), z.number().int()))

const budgetRecord = z.lazy(() =>
  z.object({
    area: z.string(),
    lane: z.enum(budgetLanes),
    standing: z.array(z.object({ fromMonth: z.string(), parts: z.number().int().nullable() })),
    months: parts,
    revision: z.number().int(),
  }),
)

const accountRecord = z.lazy(() =>
  z.object({
    settled: parts,
    entries: z.record(
      z.string(),
      z.object({
        state: z.enum(['reserved', 'spent']),
        parts,
        revision: z.number().int(),
        atEpochSeconds: z.number().int(),
        lookAtEpochSeconds: z.number().int(),
        seen: z.number().int().optional(),
      }),
    ),
    revision: z.number().int(),
  }),
)

const budgetPartition = 'BUDGETS'
const accountKey = ({ month, lane }: AccountKey) => ({ PK: `BUDGET#${month}`, SK: lane })

/** The account that a key of the table names; undefined where it names something else. */
export const parseAccountKey = ({ PK, SK }: { PK: string; SK: string }): AccountKey | undefined => {
  const [kind, month] = PK.split('#')
  const lane = budgetLanes.find((one) => one === SK)
  return kind === 'BUDGET' && month !== undefined && lane !== undefined ? { month, lane } : undefined
}

/** Officers issue by hand: so many at the same moment are a fault, not a rush. */
const mostTries = 40

export const createBudgetStore = (client: DynamoDBDocumentClient, table: string) => {
  const read = async (key: AccountKey): Promise<{ account: BudgetAccount; revision: number }> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: accountKey(key), ConsistentRead: true }),
    )
    if (answer.Item === undefined) return { account: { ...key, settled: {}, entries: {} }, revision: 0 }
    const { revision, ...rest } = accountRecord.parse(answer.Item)
    return { account: { ...key, ...rest }, revision }
  }

  const write = (account: BudgetAccount, before: number): Promise<boolean> => {
    const dueAt = accountDueAt(account)
    return holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: accountKey(account),
          UpdateExpression: `SET settled = :settled, entries = :entries, revision = :next, schemaVersion = :one, #type = :type${
            dueAt === undefined
              ? ' REMOVE dueShard, dueAtEpochSeconds'
              : ', dueShard = :shard, dueAtEpochSeconds = :due'
          }`,
          ConditionExpression: before === 0 ? 'attribute_not_exists(PK)' : 'revision = :before',
          ExpressionAttributeNames: { '#type': 'type' },
          ExpressionAttributeValues: {
            ':settled': account.settled,
            ':entries': account.entries,
            ':next': before + 1,
            ':one': 1,
            ':type': 'budget-account',
            ...(before === 0 ? {} : { ':before': before }),
            ...(dueAt === undefined
              ? {}
              : { ':shard': dueShardOf(`${account.month}${account.lane}`), ':due': dueAt }),
          },
        }),
      ),
    )
  }

  return {
    /** Every budget of every area, in one query. */
    listBudgets: async (): Promise<Budget[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': budgetPartition },
        ConsistentRead: true,
      })
      return items.map((item) => budgetRecord.parse(item))
    },

    findBudget: async (area: string, lane: BudgetLane): Promise<Budget | undefined> => {
      const answer = await client.send(
        new GetCommand({
          TableName: table,
          Key: { PK: budgetPartition, SK: `${area}#${lane}` },
          ConsistentRead: true,
        }),
      )
      return answer.Item === undefined ? undefined : budgetRecord.parse(answer.Item)
    },

    /** Writes a budget over the one that was read (revision 0: none); false where somebody was quicker. */
    putBudget: ({ area, lane, ...budget }: Budget, replaces: number): Promise<boolean> =>
      holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { PK: budgetPartition, SK: `${area}#${lane}` },
            UpdateExpression:
              'SET area = :area, lane = :lane, standing = :standing, months = :months, revision = :revision, schemaVersion = :one, #type = :type',
            ConditionExpression: replaces === 0 ? 'attribute_not_exists(PK)' : 'revision = :before',
            ExpressionAttributeNames: { '#type': 'type' },
            ExpressionAttributeValues: {
              ':area': area,
              ':lane': lane,
              ':standing': budget.standing,
              ':months': budget.months,
              ':revision': budget.revision,
              ':one': 1,
              ':type': 'budget',
              ...(replaces === 0 ? {} : { ':before': replaces }),
            },
          }),
        ),
      ),

    findAccount: async (key: AccountKey): Promise<BudgetAccount> => (await read(key)).account,

    /**
     * Changes an account by a rule that may run several times, since it is read again whenever somebody was quicker.
     * Where the rule hands back no other account nothing is written. Answers with what the rule last said.
     */
    changeAccount: async <Answer>(
      key: AccountKey,
      rule: (account: BudgetAccount) => { account: BudgetAccount; answer: Answer },
    ): Promise<Answer> => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        // oxlint-disable-next-line no-await-in-loop -- again only where somebody was quicker
        const { account, revision } = await read(key)
        const changed = rule(account)
        if (changed.account === account) return changed.answer
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (await write(changed.account, revision)) return changed.answer
      }
      throw new Error('the account of a budget is too busy')
    },
  }
}
