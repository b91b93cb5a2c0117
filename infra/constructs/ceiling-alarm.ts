import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** What alerts-api says in its log where an officer has come to their ceiling, or gone over it. */
const words = ['CEILING_HELD', 'CEILING_PASSED', 'CEILING_NOT_COUNTED']

/** Tells, by the logs, that an officer writes to more people than they usually may: a big flood, or a stolen login. */
export const addCeilingAlarm = (scope: Construct, stage: StageSettings, alertsApi: ServiceFunction): void => {
  const metric = { metricNamespace: 'Siang', metricName: 'CeilingReached' }
  const filterPattern = FilterPattern.any(
    ...words.map((word) => FilterPattern.stringValue('$.message', '=', word)),
  )
  alertsApi.lambda.logGroup.addMetricFilter('CeilingFilter', { filterPattern, ...metric })
  addNamedAlarm(scope, 'CeilingAlarm', {
    name: 'ceiling-reached',
    stageName: stage.name,
    whoIsHurt: 'A warning may wait for another officer, or somebody sends in an officer’s name.',
    runbook: 'docs/runbooks/ceiling-reached.md',
    metric: new Metric({
      namespace: metric.metricNamespace,
      metricName: metric.metricName,
      period: alarmPeriod,
      statistic: 'Sum',
    }),
    when: { above: 0 },
  })
}
