import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { FunctionName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** The functions that issue versions. */
const issuers = ['alerts-api', 'tick'] as const satisfies FunctionName[]

/** What they say in their logs where a warning went out over a budget, or without being counted. */
const words = ['BUDGET_OVERSPENT', 'BUDGET_NOT_RECORDED']

/** Tells that warnings cost more than was planned, by the logs: whoever issues loads no library of metrics for it. */
export const addBudgetAlarm = (
  scope: Construct,
  stage: StageSettings,
  functions: Readonly<Record<FunctionName, ServiceFunction>>,
): void => {
  const metric = { metricNamespace: 'Siang', metricName: 'BudgetOverspent' }
  for (const name of issuers) {
    const filterPattern = FilterPattern.any(
      ...words.map((word) => FilterPattern.stringValue('$.message', '=', word)),
    )
    functions[name].lambda.logGroup.addMetricFilter('BudgetFilter', { filterPattern, ...metric })
  }
  addNamedAlarm(scope, 'BudgetAlarm', {
    name: 'budget-overspent',
    stageName: stage.name,
    whoIsHurt:
      'Nobody yet: warnings go out over their budget, until the quota of the account is used up too.',
    runbook: 'docs/runbooks/budget-overspent.md',
    metric: new Metric({
      namespace: metric.metricNamespace,
      metricName: metric.metricName,
      period: alarmPeriod,
      statistic: 'Sum',
    }),
    when: { above: 0 },
  })
}
