import type { UserPool } from 'aws-cdk-lib/aws-cognito'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

export const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources })

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'BatchWriteItem'
  | 'DeleteItem'

/** By key and by partition; nothing may scan a table. */
export const reading: readonly TableAction[] = ['GetItem', 'BatchGetItem', 'Query']

/** Actions on a table, and Query on the named indexes of it. */
export const useTable = (
  table: TableV2,
  actions: readonly TableAction[],
  indexes: readonly string[] = [],
): PolicyStatement[] => {
  const onIndexes = indexes.map((index) => `${table.tableArn}/index/${index}`)
  return [
    allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    ),
    ...(onIndexes.length === 0 ? [] : [allow(['dynamodb:Query'], onIndexes)]),
  ]
}

/** Items of a table whose partition key is one of these, by key and by partition, and no others. */
export const readPartitions = (table: TableV2, partitions: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['dynamodb:GetItem', 'dynamodb:Query'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  })

/** Rows of the audit are added and read. Without the right to change or delete one, no function can be made to. */
export const appendTo = (table: TableV2): PolicyStatement[] => useTable(table, ['PutItem', 'Query'])

export const sendTo = (...queues: Queue[]): PolicyStatement =>
  allow(
    ['sqs:SendMessage'],
    queues.map((queue) => queue.queueArn),
  )

/** Take messages of dead-letter queues in hand, put them back, remove them, count them. */
export const emptyDeadLetters = (...queues: Queue[]): PolicyStatement =>
  allow(
    ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    queues.map((queue) => queue.queueArn),
  )

/** Invite people to a user pool, look them up, shut them out and let them in again; no passwords, no attributes. */
export const invitePeople = (userPool: UserPool): PolicyStatement =>
  allow(
    ['CreateUser', 'GetUser', 'DisableUser', 'EnableUser', 'UserGlobalSignOut'].map(
      (action) => `cognito-idp:Admin${action}`,
    ),
    [userPool.userPoolArn],
  )

/** What a function may do with the objects below each prefix, its own or through URLs that it signs. */
export const useObjects = (
  bucket: Bucket,
  { read, write }: { read: readonly string[]; write: readonly string[] },
): PolicyStatement[] => [
  allow(
    ['s3:GetObject'],
    read.map((prefix) => bucket.arnForObjects(`${prefix}/*`)),
  ),
  ...(write.length === 0
    ? []
    : [
        allow(
          ['s3:PutObject'],
          write.map((prefix) => bucket.arnForObjects(`${prefix}/*`)),
        ),
      ]),
  // Without it S3 answers 403, not 404, for an object that is not there.
  allow(['s3:ListBucket'], [bucket.bucketArn]),
]

/**
 * SMS to phones and nothing else. IAM knows no resource for a phone number, so that the grant has to be `*`; the
 * second statement takes every topic out again. A refusal rather than `NotResource` in the grant, because it also
 * holds against whatever a later statement might allow.
 */
export const publishToPhones = (): PolicyStatement[] => [
  allow(['sns:Publish'], ['*']),
  new PolicyStatement({ effect: Effect.DENY, actions: ['sns:Publish'], resources: ['arn:aws:sns:*:*:*'] }),
]
