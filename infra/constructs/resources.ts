import type { UserPool } from 'aws-cdk-lib/aws-cognito'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { QueueName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import type { OnFailureQueues } from './on-failure-queues.ts'
import type { WorkQueue } from './work-queue.ts'

/** What the functions work with. */
export type Resources = {
  readonly stage: StageSettings
  readonly rosterTable: TableV2
  readonly alertsTable: TableV2
  readonly auditTable: TableV2
  readonly uploads: Bucket
  readonly auditAnchors: Bucket
  readonly queues: Readonly<Record<QueueName, WorkQueue>>
  readonly onFailure: OnFailureQueues
  readonly userPool: UserPool
}
