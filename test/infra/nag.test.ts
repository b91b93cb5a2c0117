import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { buildUnbundled } from './synthesized.ts'

/** Findings that stand, each with its reason. One that no longer occurs has to go from the list. */
const accepted = [
  {
    rule: 'AwsSolutions-S1',
    where: /^Uploads\/Resource$/,
    reason: 'Objects live 30 days, and only two functions reach them; their own logs say who asked for what.',
  },
  {
    rule: 'AwsSolutions-S1',
    where: /^AuditAnchors\/Resource$/,
    reason:
      'An object a day, with hashes of no use to anybody; the lock keeps it, not the knowledge of who looked.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<AuditAnchors*.Arn>/anchors/*]',
    where: /^(Tick|OperationsApi)\/Role/,
    reason: 'Objects are named by their day; the prefix is as narrow as it gets.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Uploads*.Arn>/imports/*]',
    where: /^Roster(Api|Import)\/Role/,
    reason: 'Objects are named when they are made; the prefix is as narrow as it gets.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Uploads*.Arn>/exports/*]',
    where: /^Roster(Api|Import)\/Role/,
    reason: 'Objects are named when they are made; the prefix is as narrow as it gets.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: /^SendSms\/Role/,
    reason: 'IAM knows no resource for a phone number; a second statement denies every topic.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where: /^Http\/Api\/GET--(health|openapi\.json|cap--feed\.atom|cap--\{file\})\/Resource$/,
    reason:
      'The API document, health and public alerts are for anybody; their function may read what is public, and has a limit of its own.',
  },
  {
    rule: 'AwsSolutions-SQS3',
    where: /^(TickDead|ReceiptsDead)\/Resource$/,
    reason: 'It is a dead-letter queue: of a function (and of the schedule), not of another queue.',
  },
  {
    rule: 'AwsSolutions-COG8',
    where: /^SignIn\/UserPool/,
    reason: 'Second factors and invitations need no Plus plan, which has no free tier.',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    where: /Dead\/Resource$/,
    reason: 'Dead letters end here; an alarm and a runbook take over.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    where: /^\w+\/Function\/Resource$/,
    reason:
      'Called through queues or HTTP, but for tick and receipts, which have on-failure destinations instead.',
  },
  {
    rule: 'Serverless-LambdaTracing',
    where: /^\w+\/Function\/Resource$/,
    reason: 'Alert, village and message ids in the logs tell the way of an SMS; X-Ray would add a library.',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    where: /^\w+\/Function\/SqsEventSource/,
    reason: 'Mappings of SQS have none: the queue’s own redrive policy takes what failed.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: /^DeliveryLogs\/Setting\/CustomResourcePolicy/,
    reason: 'SetSMSAttributes is about the account; IAM knows no resource for it.',
  },
  ...[
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaTracing',
  ].map((rule) => ({
    rule,
    where: /^AWS679f53fac002430cb0da5b7982bd2287\//,
    reason: 'The CDK’s own function: CloudFormation calls it at deployments only, and reports what fails.',
  })),
  {
    rule: 'AwsSolutions-S1',
    where: /^Console\/Pages\/Resource$/,
    reason: 'It holds the pages that anybody may have; nobody but CloudFront reaches it.',
  },
  {
    rule: 'AwsSolutions-CFR1',
    where: /^Console\/Distribution\/Resource$/,
    reason: 'An officer abroad must be able to warn too; who may do what is checked by the API.',
  },
  {
    rule: 'AwsSolutions-CFR2',
    where: /^Console\/Distribution\/Resource$/,
    reason: 'Pages are files, and the API has limits of its own; a firewall costs more than the console.',
  },
  {
    rule: 'AwsSolutions-CFR3',
    where: /^Console\/Distribution\/Resource$/,
    reason:
      'Who does what is in the API’s access log and the audit; logs of pages would only name addresses.',
  },
  {
    rule: 'AwsSolutions-CFR4',
    where: /^Console\/Distribution\/Resource$/,
    reason: 'CloudFront’s own certificate fixes its protocol; a stage with a domain of its own sets TLS 1.2.',
  },
  ...[
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'AwsSolutions-IAM5[Resource::*]',
    'AwsSolutions-IAM5[Action::s3:GetBucket*]',
    'AwsSolutions-IAM5[Action::s3:GetObject*]',
    'AwsSolutions-IAM5[Action::s3:List*]',
    'AwsSolutions-IAM5[Action::s3:Abort*]',
    'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
    'AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-ap-southeast-1/*]',
    'AwsSolutions-IAM5[Resource::<ConsolePages*.Arn>/*]',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaTracing',
    'Serverless-LambdaLatestVersion',
  ].map((rule) => ({
    rule,
    where: /^Custom::CDKBucketDeployment/,
    reason:
      'The CDK’s own function: it puts the pages into their bucket at deployments, and does nothing else.',
  })),
] as const

const acceptedOnDev = {
  rule: 'AwsSolutions-COG2',
  where: /^SignIn\/UserPool/,
  reason: 'Developers may try the sign-in without an authenticator app; prod asks for one.',
} as const

describe('cdk-nag', () => {
  it.each([
    ['dev', [...accepted, acceptedOnDev]],
    ['prod', accepted],
  ] as const)('finds in stage %s nothing but what is accepted with a reason', (stageName, explained) => {
    const { app, stack } = buildUnbundled(stageName)

    const findings = [new AwsSolutionsChecks(), new ServerlessChecks()]
      .flatMap((pack) => pack.validateScope(app).violations)
      .flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({
          rule: ruleName.replace(/<(Uploads|AuditAnchors|ConsolePages)\w+\.Arn>/, '<$1*.Arn>'),
          path: constructPath.replace(`${stack.node.path}/`, ''),
        })),
      )

    const explains = (entry: { rule: string; where: RegExp }, finding: (typeof findings)[number]) =>
      entry.rule === finding.rule && entry.where.test(finding.path)
    const open = findings.filter((finding) => !explained.some((entry) => explains(entry, finding)))
    expect(open).toEqual([])
    expect(explained.filter((entry) => !findings.some((finding) => explains(entry, finding)))).toEqual([])
  })
})

describe('CloudFormation', () => {
  it.each(['dev', 'prod'])('would take the template of stage %s', { timeout: 60_000 }, (stageName) => {
    const { app } = buildUnbundled(stageName, { validates: true })

    expect(() => app.synth()).not.toThrow()
  })
})
