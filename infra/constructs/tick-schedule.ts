import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod, type AlarmStory } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** Of whatever has to do with `tick`. */
export const tickStory = {
  whoIsHurt: 'What a failure left lying stays there: a village may wait for a warning that nobody sends.',
  runbook: 'docs/runbooks/tick-not-running.md',
} as const satisfies AlarmStory

/** Calls `tick` by the clock. A failed call is not tried again, since the next comes within minutes. */
export const addTickSchedule = (
  scope: Construct,
  stage: StageSettings,
  tick: ServiceFunction,
  dead: Queue,
): Rule => {
  const once = { maxEventAge: Duration.minutes(1), retryAttempts: 0 }
  tick.lambda.configureAsyncInvoke({ ...once, onFailure: new SqsDestination(dead) })
  addNamedAlarm(scope, 'TickSilentAlarm', {
    ...tickStory,
    name: 'tick-silent',
    stageName: stage.name,
    metric: tick.lambda.metricInvocations({ period: alarmPeriod, statistic: 'Sum' }),
    when: { below: 1 },
    periods: 5 * stage.tickMinutes,
    missingDataIsBad: true,
  })
  return new Rule(scope, 'TickRule', {
    schedule: Schedule.rate(Duration.minutes(stage.tickMinutes)),
    targets: [new LambdaFunction(tick.lambda, { ...once, deadLetterQueue: dead })],
  })
}
