import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { QueueName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod, type AlarmStory, type RunbookPath } from './named-alarm.ts'

type WorkQueueProps = AlarmStory & {
  readonly name: QueueName
  readonly stage: StageSettings
  /** An alarm of its own where the oldest message may not wait longer. */
  readonly late?: { readonly afterSeconds: number; readonly runbook: RunbookPath }
}

const secured = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const

/** A dead-letter queue with the alarm that says it is not empty. */
export const addDeadLetterQueue = (
  scope: Construct,
  id: string,
  props: AlarmStory & { readonly name: string; readonly stageName: string },
): Queue => {
  const queue = new Queue(scope, id, { ...secured, retentionPeriod: Duration.days(14) })
  addNamedAlarm(scope, `${id}Alarm`, {
    ...props,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
    when: { above: 0 },
  })
  return queue
}

/** A queue of work, born with its dead-letter queue and its alarms. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id)
    const settings = props.stage.queues[props.name]
    const stageName = props.stage.name
    this.deadLetters = addDeadLetterQueue(this, 'Dead', { ...props, name: `${props.name}-dead`, stageName })
    this.queue = new Queue(this, 'Queue', {
      ...secured,
      visibilityTimeout: Duration.seconds(settings.visibilitySeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: {
        queue: this.deadLetters,
        maxReceiveCount: settings.maxReceives,
      },
    })
    if (props.late === undefined) return
    addNamedAlarm(this, 'LateAlarm', {
      name: `${props.name}-late`,
      stageName,
      whoIsHurt: props.whoIsHurt,
      runbook: props.late.runbook,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      when: { above: props.late.afterSeconds },
    })
  }
}
