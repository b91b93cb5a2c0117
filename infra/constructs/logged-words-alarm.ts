import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

type LoggedWordsAlarm = {
  /** What the alarm is named after in the stack: `Audit` makes `AuditFilter` and `AuditAlarm`. */
  readonly id: string
  readonly metricName: string
  /** What any of the functions says in its log when something is wrong. */
  readonly words: readonly string[]
  readonly functions: readonly ServiceFunction[]
  readonly alarm: Pick<Parameters<typeof addNamedAlarm>[2], 'name' | 'stageName' | 'whoIsHurt' | 'runbook'>
}

/**
 * An alarm that goes off by a word in the logs: a function that answers people should not have to load a library of
 * metrics for what hardly ever happens.
 */
export const addLoggedWordsAlarm = (
  scope: Construct,
  { id, metricName, words, functions, alarm }: LoggedWordsAlarm,
): void => {
  const metricNamespace = 'Siang'
  for (const { lambda } of functions) {
    lambda.logGroup.addMetricFilter(`${id}Filter`, {
      filterPattern: FilterPattern.any(
        ...words.map((word) => FilterPattern.stringValue('$.message', '=', word)),
      ),
      metricNamespace,
      metricName,
    })
  }
  addNamedAlarm(scope, `${id}Alarm`, {
    ...alarm,
    metric: new Metric({ namespace: metricNamespace, metricName, period: alarmPeriod, statistic: 'Sum' }),
    when: { above: 0 },
  })
}
