import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'

/** Where a runbook lies, from the project's root. */
export type RunbookPath = `docs/runbooks/${string}.md`

/** What every alarm must say: who is hurt while it lasts, and what to do. */
export type AlarmStory = {
  /** One sentence. */
  readonly whoIsHurt: string
  readonly runbook: RunbookPath
}

type NamedAlarmProps = AlarmStory & {
  /** Follows project and stage: `siang-prod-<name>`. */
  readonly name: string
  readonly stageName: string
  readonly metric: IMetric
  readonly when: { readonly above: number } | { readonly below: number }
  /** So many periods in a row; 1 unless given. */
  readonly periods?: number
  readonly missingDataIsBad?: boolean
}

/** How often an alarm looks at its metric. */
export const alarmPeriod = Duration.minutes(1)

/** An alarm that an operator finds by name, with the way to its runbook in its text. */
export const addNamedAlarm = (scope: Construct, id: string, props: NamedAlarmProps): Alarm =>
  new Alarm(scope, id, {
    alarmName: `siang-${props.stageName}-${props.name}`,
    alarmDescription: `${props.whoIsHurt} Runbook: ${props.runbook}`,
    metric: props.metric,
    ...('above' in props.when
      ? { threshold: props.when.above, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD }
      : { threshold: props.when.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD }),
    evaluationPeriods: props.periods ?? 1,
    treatMissingData:
      props.missingDataIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  })
