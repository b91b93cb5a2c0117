import { CfnOutput, Stack } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { alertsTable, auditTable, rosterTable } from '../../shared/tables.ts'
import { addAuditAlarm } from '../constructs/audit-alarm.ts'
import { addAuditAnchors } from '../constructs/audit-anchors.ts'
import { Console } from '../constructs/console.ts'
import { addBudgetAlarm } from '../constructs/budget-alarm.ts'
import { addCeilingAlarm } from '../constructs/ceiling-alarm.ts'
import { addDeliveryLogs } from '../constructs/delivery-logs.ts'
import { addNamedAlarm, alarmPeriod } from '../constructs/named-alarm.ts'
import { addOnFailureQueues } from '../constructs/on-failure-queues.ts'
import { addScheduleAlarm } from '../constructs/schedule-alarm.ts'
import { ServiceApi } from '../constructs/service-api.ts'
import type { ServiceFunction } from '../constructs/service-function.ts'
import { addServiceFunctions } from '../constructs/service-functions.ts'
import { addServiceTable } from '../constructs/service-table.ts'
import { SignIn } from '../constructs/sign-in.ts'
import { addTickSchedule } from '../constructs/tick-schedule.ts'
import { addUploadsBucket } from '../constructs/uploads-bucket.ts'
import { addWorkQueues } from '../constructs/work-queues.ts'
import { connectQueues } from '../constructs/work-sources.ts'
import type { StageSettings } from '../stage-settings.ts'
import { region } from '../stages.ts'

/** An account that does not exist: what stands in `local` and `test` cannot be deployed by mistake. */
const noAccount = '000000000000'

/** All of Siang in one stage. */
export class SiangStack extends Stack {
  /** `consoleFolder`: the built console, which stages on AWS serve; on one machine the runner does. */
  constructor(scope: Construct, stage: StageSettings, consoleFolder: string) {
    super(scope, `siang-${stage.name}`, {
      description: `Siang, SMS alerts for village disaster committees (${stage.name})`,
      env: stage.runsOn === 'AWS' ? { region } : { region, account: noAccount },
      terminationProtection: stage.keepData,
      tags: { project: 'siang', stage: stage.name },
    })
    const roster = addServiceTable(this, 'RosterTable', rosterTable, stage)
    const alerts = addServiceTable(this, 'AlertsTable', alertsTable, stage)
    const audit = addServiceTable(this, 'AuditTable', auditTable, stage)
    const auditAnchors = addAuditAnchors(this, 'AuditAnchors', stage)
    const uploads = addUploadsBucket(this, 'Uploads', stage)
    const queues = addWorkQueues(this, stage)
    const onFailure = addOnFailureQueues(this, stage)
    const signIn = new SignIn(this, 'SignIn', stage)
    const functions = addServiceFunctions(this, {
      stage,
      rosterTable: roster,
      alertsTable: alerts,
      auditTable: audit,
      auditAnchors,
      uploads,
      queues,
      onFailure,
      userPool: signIn.userPool,
    })
    connectQueues(stage, queues, functions)
    addTickSchedule(this, stage, functions.tick, onFailure.tick)
    addDeliveryLogs(this, stage, functions.receipts, onFailure.receipts)
    const { api } = new ServiceApi(this, 'Http', { stage, signIn, functions })
    addAuditAlarm(this, stage, functions)
    addCeilingAlarm(this, stage, functions['alerts-api'])
    addBudgetAlarm(this, stage, functions)
    addScheduleAlarm(this, stage)
    addFunctionErrorsAlarm(this, stage, Object.values(functions))
    if (stage.runsOn === 'AWS') {
      const { url } = new Console(this, 'Console', {
        stage,
        signIn,
        api,
        uploads,
        folder: consoleFolder,
      })
      addOutput(this, 'ConsoleUrl', url)
    }
    addOutput(this, 'ApiUrl', api.apiEndpoint)
    addOutput(this, 'UserPoolId', signIn.userPool.userPoolId)
    addOutput(this, 'UserPoolClientId', signIn.client.userPoolClientId)
    addOutput(this, 'SignInUrl', signIn.url)
    addOutput(this, 'RosterTableName', roster.tableName)
    addOutput(this, 'AlertsTableName', alerts.tableName)
    addOutput(this, 'AuditTableName', audit.tableName)
    addOutput(this, 'AuditAnchorsBucketName', auditAnchors.bucketName)
  }
}

function addFunctionErrorsAlarm(scope: Construct, stage: StageSettings, functions: ServiceFunction[]): void {
  const errors = functions.map(({ lambda }, index): [string, ReturnType<typeof lambda.metricErrors>] => [
    `errors${index}`,
    lambda.metricErrors({ period: alarmPeriod, statistic: 'Sum' }),
  ])
  addNamedAlarm(scope, 'FunctionErrorsAlarm', {
    name: 'function-errors',
    stageName: stage.name,
    whoIsHurt: 'Work stands still in one of the functions: SMS, imports or answers may be late.',
    runbook: 'docs/runbooks/function-errors.md',
    metric: new MathExpression({
      expression: `SUM([${errors.map(([id]) => `FILL(${id}, 0)`).join(', ')}])`,
      usingMetrics: Object.fromEntries(errors),
      period: alarmPeriod,
      label: 'errors of all functions',
    }),
    when: { above: 0 },
    periods: 3,
  })
}

const addOutput = (scope: Construct, id: string, value: string): CfnOutput =>
  new CfnOutput(scope, id, { value })
