import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readStage, stageNames } from '../../infra/stages.ts'
import { functionsOf, reference, resourcesOf, synthesize } from './synthesized.ts'

const templates = stageNames.map((name) => [name, synthesize(name)] as const)
const account = (onAws: boolean) => (onAws ? { Ref: 'AWS::AccountId' } : '000000000000')

/** The names that SNS writes to, as text or as a join around the account. */
const namesOf = (onAws: boolean) => {
  const before = 'sns/ap-southeast-1/'
  const after = ['/DirectPublishToPhoneNumber', '/DirectPublishToPhoneNumber/Failure']
  return after.map((end) =>
    onAws ? { 'Fn::Join': ['', [before, account(true), end]] } : `${before}000000000000${end}`,
  )
}

describe.each(templates)('the delivery logs of stage %s', (stageName, template) => {
  const { runsOn, logRetentionDays } = readStage(stageName)
  const onAws = runsOn === 'AWS'
  const groups = resourcesOf(
    template,
    'AWS::Logs::LogGroup',
    z.object({ LogGroupName: z.unknown().optional(), RetentionInDays: z.number() }),
  ).filter((group) => group.LogGroupName !== undefined)
  const receipts = functionsOf(template).get('receipts')?.logicalId

  it('have the names that SNS writes to, and are kept as long as the others', () => {
    expect(groups.map((group) => group.LogGroupName)).toEqual(namesOf(onAws))
    expect(groups.map((group) => group.RetentionInDays)).toEqual([logRetentionDays, logRetentionDays])
  })

  it('are both read by receipts, every line of them', () => {
    const filters = resourcesOf(
      template,
      'AWS::Logs::SubscriptionFilter',
      z.object({ FilterPattern: z.string(), LogGroupName: reference, DestinationArn: reference }),
    )

    expect(filters.map((filter) => filter.FilterPattern)).toEqual(['', ''])
    expect(filters.map((filter) => filter.LogGroupName).toSorted()).toEqual(
      groups.map(({ logicalId }) => logicalId).toSorted(),
    )
    expect(new Set(filters.map((filter) => filter.DestinationArn))).toEqual(new Set([receipts]))
  })

  it('may call receipts, and nobody else may', () => {
    const permissions = resourcesOf(
      template,
      'AWS::Lambda::Permission',
      z.object({ FunctionName: reference, Principal: z.string(), SourceArn: z.unknown().optional() }),
    ).filter((permission) => permission.FunctionName === receipts)

    expect(permissions.map((permission) => permission.Principal)).toEqual([
      'logs.amazonaws.com',
      'logs.amazonaws.com',
    ])
    expect(permissions.every((permission) => permission.SourceArn !== undefined)).toBe(true)
  })

  it('are switched on for every SMS at deployment, on AWS alone', () => {
    const settings = resourcesOf(
      template,
      'Custom::SmsDeliveryLogging',
      z.object({ Create: z.unknown(), Update: z.unknown(), Delete: z.undefined().optional() }),
    )

    expect(settings).toHaveLength(onAws ? 1 : 0)
    for (const setting of settings) {
      const text = JSON.stringify(setting.Create)
      expect(text).toContain('SetSMSAttributes')
      expect(text).toContain('DeliveryStatusIAMRole')
      expect(text).toMatch(/DeliveryStatusSuccessSamplingRate\W+100/)
      expect(setting.Update).toEqual(setting.Create)
    }
  })

  it('are written by SNS alone, which may write to nothing else', () => {
    const roles = resourcesOf(
      template,
      'AWS::IAM::Role',
      z.object({
        AssumeRolePolicyDocument: z.object({
          Statement: z.array(z.object({ Principal: z.unknown() })),
        }),
      }),
    ).filter(({ logicalId }) => logicalId.startsWith('DeliveryLogsWriterRole'))
    const policies = resourcesOf(
      template,
      'AWS::IAM::Policy',
      z.object({
        PolicyDocument: z.object({
          Statement: z.array(z.object({ Action: z.unknown(), Resource: z.unknown() })),
        }),
      }),
    ).filter(({ logicalId }) => logicalId.startsWith('DeliveryLogsWriterRole'))

    expect(roles.map((role) => role.AssumeRolePolicyDocument.Statement)).toEqual(
      onAws
        ? [
            [
              {
                Principal: { Service: 'sns.amazonaws.com' },
              },
            ],
          ]
        : [],
    )
    expect(policies.map((policy) => policy.PolicyDocument.Statement)).toEqual(
      onAws
        ? [
            [
              {
                Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: groups.map(({ logicalId }) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] })),
              },
            ],
          ]
        : [],
    )
  })
})
