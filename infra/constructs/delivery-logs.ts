import { Duration, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import { allow } from './permissions.ts'
import type { ServiceFunction } from './service-function.ts'
import { addServiceLog } from './service-log.ts'

/**
 * Where SNS writes what became of each SMS, and the function that reads it. SNS knows one setting for the whole
 * account and Region, and two log groups with fixed names: a second stage in the same account would take them over.
 */
export const addDeliveryLogs = (
  parent: Construct,
  stage: StageSettings,
  receipts: ServiceFunction,
  dead: Queue,
): Construct => {
  const scope = new Construct(parent, 'DeliveryLogs')
  const { region, account } = Stack.of(scope)
  const succeeded = `sns/${region}/${account}/DirectPublishToPhoneNumber`
  const groups = [
    addServiceLog(scope, 'Delivered', stage, succeeded),
    addServiceLog(scope, 'Failed', stage, `${succeeded}/Failure`),
  ]
  const reading = {
    destination: new LambdaDestination(receipts.lambda),
    filterPattern: FilterPattern.allEvents(),
  }
  for (const group of groups) group.addSubscriptionFilter('Receipts', reading)
  receipts.lambda.configureAsyncInvoke({
    maxEventAge: Duration.hours(6),
    retryAttempts: 2,
    onFailure: new SqsDestination(dead),
  })
  addQuotaAlarm(scope, stage)
  // A machine has no account whose settings could be changed: there the runner writes the logs itself.
  if (stage.runsOn === 'AWS') switchLoggingOn(scope, stage, groups)
  return scope
}

function addQuotaAlarm(scope: Construct, stage: StageSettings): void {
  addNamedAlarm(scope, 'QuotaAlarm', {
    name: 'account-quota-exhausted',
    stageName: stage.name,
    whoIsHurt: 'Nobody gets an SMS any more, though SNS goes on accepting them: villages must be called.',
    runbook: 'docs/runbooks/account-quota-exhausted.md',
    metric: new Metric({
      namespace: 'Siang',
      metricName: 'AccountQuotaExhausted',
      dimensionsMap: { service: 'receipts' },
      period: alarmPeriod,
      statistic: 'Sum',
    }),
    when: { above: 0 },
  })
}

/** CloudFormation has no resource for the SMS settings of an account: a call at deployment makes them. */
function switchLoggingOn(scope: Construct, stage: StageSettings, groups: readonly LogGroup[]): void {
  const role = new Role(scope, 'WriterRole', {
    description: 'Lets SNS write what became of each SMS',
    assumedBy: new ServicePrincipal('sns.amazonaws.com'),
  })
  role.addToPolicy(
    allow(
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      groups.map((group) => group.logGroupArn),
    ),
  )
  const call = {
    service: 'sns',
    action: 'SetSMSAttributes',
    parameters: {
      attributes: { DeliveryStatusIAMRole: role.roleArn, DeliveryStatusSuccessSamplingRate: '100' },
    },
    physicalResourceId: PhysicalResourceId.of('sms-delivery-logging'),
  }
  // No call on deletion: the settings belong to the account, and may by then be another stage's.
  const setting = new AwsCustomResource(scope, 'Setting', {
    resourceType: 'Custom::SmsDeliveryLogging',
    onCreate: call,
    onUpdate: call,
    installLatestAwsSdk: false,
    logGroup: addServiceLog(scope, 'SettingLog', stage),
    timeout: Duration.minutes(1),
    memorySize: 256,
    policy: AwsCustomResourcePolicy.fromStatements([
      new PolicyStatement({ effect: Effect.ALLOW, actions: ['sns:SetSMSAttributes'], resources: ['*'] }),
      allow(['iam:PassRole'], [role.roleArn]),
    ]),
  })
  setting.node.addDependency(role, ...groups)
}
