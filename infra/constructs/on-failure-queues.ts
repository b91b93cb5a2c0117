import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { tickStory } from './tick-schedule.ts'
import { addDeadLetterQueue } from './work-queue.ts'
import { receiptsStory } from './work-queues.ts'

/** Where calls end that failed for good, of the functions that nobody waits for. */
export type OnFailureQueues = Readonly<Record<'receipts' | 'tick', Queue>>

export const addOnFailureQueues = (scope: Construct, stage: StageSettings): OnFailureQueues => ({
  receipts: addDeadLetterQueue(scope, 'ReceiptsDead', {
    ...receiptsStory,
    name: 'receipts-dead',
    stageName: stage.name,
  }),
  tick: addDeadLetterQueue(scope, 'TickDead', { ...tickStory, name: 'tick-dead', stageName: stage.name }),
})
