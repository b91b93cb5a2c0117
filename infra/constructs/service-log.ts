import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'

const retentions = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
} as const satisfies Record<StageSettings['logRetentionDays'], RetentionDays>

/** A log that the stack owns, so that it is named before the first line and never kept for ever. */
export const addServiceLog = (scope: Construct, id: string, stage: StageSettings, name?: string): LogGroup =>
  new LogGroup(scope, id, {
    ...(name === undefined ? {} : { logGroupName: name }),
    retention: retentions[stage.logRetentionDays],
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
