import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'

/** Tells that a preparedness message which was to go out by the calendar did not, by the metric that `tick` counts. */
export const addScheduleAlarm = (scope: Construct, stage: StageSettings): void => {
  addNamedAlarm(scope, 'ScheduleAlarm', {
    name: 'scheduled-run-skipped',
    stageName: stage.name,
    whoIsHurt:
      'Villages were not told to prepare when they should have been, and no officer may have noticed.',
    runbook: 'docs/runbooks/scheduled-run-skipped.md',
    metric: new Metric({
      namespace: 'Siang',
      metricName: 'ScheduledRunSkipped',
      dimensionsMap: { service: 'tick' },
      period: alarmPeriod,
      statistic: 'Sum',
    }),
    when: { above: 0 },
  })
}
