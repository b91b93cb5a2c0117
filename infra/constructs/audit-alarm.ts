import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { FunctionName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** The functions that append to the audit. */
const writers = [
  'roster-api',
  'alerts-api',
  'operations-api',
  'fan-out',
  'tick',
] as const satisfies FunctionName[]

/** What they say in their logs where the audit could not be written. */
const words = ['AUDIT_UNAVAILABLE', 'AUDIT_ROW_LOST', 'AUDIT_NOT_ANCHORED']

/**
 * Tells that the audit cannot be written, by the logs: a function that answers people should not have to load a
 * library of metrics for what hardly ever happens.
 */
export const addAuditAlarm = (
  scope: Construct,
  stage: StageSettings,
  functions: Readonly<Record<FunctionName, ServiceFunction>>,
): void => {
  const metric = { metricNamespace: 'Siang', metricName: 'AuditUnavailable' }
  for (const name of writers) {
    const filterPattern = FilterPattern.any(
      ...words.map((word) => FilterPattern.stringValue('$.message', '=', word)),
    )
    functions[name].lambda.logGroup.addMetricFilter('AuditFilter', { filterPattern, ...metric })
  }
  addNamedAlarm(scope, 'AuditAlarm', {
    name: 'audit-unavailable',
    stageName: stage.name,
    whoIsHurt: 'Nobody can issue, stop or edit anything, or what is done leaves no trace.',
    runbook: 'docs/runbooks/audit-unavailable.md',
    metric: new Metric({
      namespace: metric.metricNamespace,
      metricName: metric.metricName,
      period: alarmPeriod,
      statistic: 'Sum',
    }),
    when: { above: 0 },
  })
}
