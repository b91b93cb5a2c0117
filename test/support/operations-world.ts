import { Logger } from '@aws-lambda-powertools/logger'
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { buildApp } from 'fauxqs'
import { buildHandler } from '../../functions/operations-api/build-handler.ts'
import type { OperationsApiDeps, WorkQueueName } from '../../functions/operations-api/deps.ts'
import { deadLetterQueueNames, type DeadLetterQueueName } from '../../shared/domain/dead-letter.ts'
import type { User } from '../../shared/domain/user.ts'
import { createBodySender, createDeadLetterQueue } from '../../shared/queue/dead-letter-queue.ts'
import { createAlertStore } from '../../shared/store/alert-store.ts'
import { createFailureStore } from '../../shared/store/failure-store.ts'
import { createImportStore } from '../../shared/store/import-store.ts'
import { createRedriveStore } from '../../shared/store/redrive-store.ts'
import { createUserStore } from '../../shared/store/user-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'
import { alertsTable, rosterTable } from '../../shared/tables.ts'
import { createTestAudit } from './audit.ts'
import { createApiCaller } from './call-api.ts'
import type { TestTables } from './dynalite.ts'

/** operations-api on real tables and the queues of the local runner, whose messages die at the second failure. */
export type OperationsWorld = Awaited<ReturnType<typeof startOperationsWorld>>

const maxReceives = 2
const workNames = deadLetterQueueNames.filter(
  (name): name is WorkQueueName => name !== 'receipts' && name !== 'tick',
)

const recordsOf = <Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an entry for each of the names
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>

const toEvent = (messages: readonly Message[]): SQSEvent => ({
  Records: messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }) => ({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: {
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: Attributes.SentTimestamp ?? '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:test',
    awsRegion: 'ap-southeast-1',
  })),
})

const startQueues = async () => {
  const app = buildApp({ logger: false })
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 })
  const client = new SQSClient({
    endpoint,
    useQueueUrlAsEndpoint: false,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const urlOf = (name: string) => `${endpoint}/000000000000/${name}`
  await Promise.all(
    deadLetterQueueNames.map((name) => client.send(new CreateQueueCommand({ QueueName: `${name}-dead` }))),
  )
  await Promise.all(
    workNames.map((name) =>
      client.send(
        new CreateQueueCommand({
          QueueName: name,
          Attributes: {
            RedrivePolicy: JSON.stringify({
              deadLetterTargetArn: `arn:aws:sqs:ap-southeast-1:000000000000:${name}-dead`,
              maxReceiveCount: maxReceives,
            }),
          },
        }),
      ),
    ),
  )
  return {
    client,
    urlOf,
    stop: async () => {
      client.destroy()
      app.server.closeAllConnections()
      await app.close()
    },
  }
}

export const startOperationsWorld = async (
  tables: TestTables,
  over: Partial<Pick<OperationsApiDeps, 'logger' | 'sleep'>> = {},
) => {
  const { client, urlOf, stop } = await startQueues()
  const users = createUserStore(tables.client, rosterTable.name)
  const deps: OperationsApiDeps = {
    users,
    villages: createVillageStore(tables.client, rosterTable.name),
    imports: createImportStore(tables.client, rosterTable.name),
    deadLetters: recordsOf(deadLetterQueueNames, (name) =>
      createDeadLetterQueue(client, urlOf(`${name}-dead`), { waitSeconds: 0, showAfterSeconds: 0 }),
    ),
    workQueues: recordsOf(workNames, (name) => createBodySender(client, urlOf(name))),
    failures: {
      alerts: createFailureStore(tables.client, alertsTable.name),
      roster: createFailureStore(tables.client, rosterTable.name),
    },
    redrives: createRedriveStore(tables.client, alertsTable.name),
    alerts: createAlertStore(tables.client, alertsTable.name),
    ...createTestAudit(tables, { nowMs: () => Date.now() }),
    clock: { nowMs: () => Date.now() },
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 20)),
    logger: new Logger({ serviceName: 'test', logLevel: 'SILENT' }),
    ...over,
  }
  const send = async (queue: string, body: unknown): Promise<string> => {
    const { MessageId = '' } = await client.send(
      new SendMessageCommand({
        QueueUrl: urlOf(queue),
        MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
    return MessageId
  }
  const countIn = async (queue: string): Promise<number> => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: urlOf(queue), AttributeNames: ['All'] }),
    )
    return (
      Number(Attributes.ApproximateNumberOfMessages) +
      Number(Attributes.ApproximateNumberOfMessagesNotVisible)
    )
  }
  return {
    deps,
    api: createApiCaller(buildHandler(deps)),
    stop,
    /** Puts a body on a queue of work; answers with its message id. */
    send,
    /** The same, straight among the dead letters of a queue or function. */
    bury: (queue: DeadLetterQueueName, body: unknown): Promise<string> => send(`${queue}-dead`, body),
    /** How many messages lie in the queue, hidden ones too. */
    countIn,
    countDead: (queue: DeadLetterQueueName): Promise<number> => countIn(`${queue}-dead`),
    seedUsers: async (given: readonly User[]): Promise<void> => {
      await Promise.all(given.map(users.put))
    },

    /** Works a queue off as Lambda does, until nothing is left in it: what failed comes again at once, then dies. */
    workOff: async (
      queue: WorkQueueName,
      run: (event: SQSEvent) => Promise<SQSBatchResponse | undefined>,
    ): Promise<void> => {
      const QueueUrl = urlOf(queue)
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- one batch after the other
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            VisibilityTimeout: 0,
            MessageSystemAttributeNames: ['All'],
          }),
        )
        if (Messages.length === 0) return
        // oxlint-disable-next-line no-await-in-loop -- as above
        const failed = await run(toEvent(Messages)).then(
          (answer) => new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
          () => new Set(Messages.map(({ MessageId }) => MessageId ?? '')),
        )
        const done = Messages.filter(({ MessageId = '' }) => !failed.has(MessageId))
        // oxlint-disable-next-line no-await-in-loop -- as above
        await Promise.all(
          done.map(({ ReceiptHandle }) => client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
        )
      }
    },
  }
}
