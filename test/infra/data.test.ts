import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readStage, stageNames } from '../../infra/stages.ts'
import { alertsTable, auditTable, rosterTable, type TableDescription } from '../../shared/tables.ts'
import { functionsOf, resourcesOf, synthesize } from './synthesized.ts'

const templates = stageNames.map((name) => [name, synthesize(name)] as const)
const onAws = templates.filter(([name]) => name === 'dev' || name === 'prod')

const tableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: z.unknown(),
  BillingMode: z.string(),
  GlobalSecondaryIndexes: z.array(z.unknown()).default([]),
  SSESpecification: z.object({ SSEEnabled: z.boolean() }),
  TimeToLiveSpecification: z.unknown().optional(),
  StreamSpecification: z.undefined().optional(),
  Replicas: z.array(
    z.object({
      DeletionProtectionEnabled: z.boolean().optional(),
      PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
    }),
  ),
})
type Template = (typeof templates)[number][1]
const tables = (template: Template) => resourcesOf(template, 'AWS::DynamoDB::GlobalTable', tableProperties)

const keySchema = (description: Pick<TableDescription, 'partitionKey' | 'sortKey'>) => [
  { AttributeName: description.partitionKey.name, KeyType: 'HASH' },
  { AttributeName: description.sortKey.name, KeyType: 'RANGE' },
]

const projection = (projected: TableDescription['indexes'][number]['projected']) => {
  if (projected === 'all') return { ProjectionType: 'ALL' }
  if (projected === 'keys') return { ProjectionType: 'KEYS_ONLY' }
  return { ProjectionType: 'INCLUDE', NonKeyAttributes: projected }
}

const keyAttributes = (description: TableDescription) =>
  new Map(
    [description, ...description.indexes]
      .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
      .map(({ name, type }) => [name, type]),
  )

describe.each(templates)('the data of stage %s', (stageName, template) => {
  it.each([
    ['ROSTER_TABLE', rosterTable],
    ['ALERTS_TABLE', alertsTable],
    ['AUDIT_TABLE', auditTable],
  ] as const)('has the table behind %s as it is described', (variable, description: TableDescription) => {
    const logicalId = functionsOf(template).get('tick')?.Environment.Variables[variable]

    const table = tables(template).find((found) => found.logicalId === logicalId)

    expect(table?.KeySchema).toEqual(keySchema(description))
    expect(table?.GlobalSecondaryIndexes).toEqual(
      description.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: projection(index.projected),
      })),
    )
    expect(new Map(table?.AttributeDefinitions.map((one) => [one.AttributeName, one.AttributeType]))).toEqual(
      keyAttributes(description),
    )
    const { timeToLiveAttribute: AttributeName } = description
    expect(table?.TimeToLiveSpecification).toEqual(
      AttributeName === undefined ? undefined : { AttributeName, Enabled: true },
    )
  })

  it('has no other tables, and pays for use only', () => {
    const found = tables(template)

    expect(found).toHaveLength(3)
    expect(new Set(found.map((table) => table.BillingMode))).toEqual(new Set(['PAY_PER_REQUEST']))
  })

  it('is encrypted and can be restored', () => {
    const found = tables(template)

    expect(found.map((table) => table.SSESpecification.SSEEnabled)).toEqual([true, true, true])
    expect(found.flatMap((table) => table.Replicas)).toMatchObject(
      found.map(() => ({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })),
    )
  })

  it('keeps uploads private, encrypted and for 40 days, and anchors of the audit for good', () => {
    const buckets = resourcesOf(
      template,
      'AWS::S3::Bucket',
      z.object({
        PublicAccessBlockConfiguration: z.unknown(),
        BucketEncryption: z.object({ ServerSideEncryptionConfiguration: z.array(z.unknown()).min(1) }),
        LifecycleConfiguration: z
          .object({ Rules: z.array(z.looseObject({ ExpirationInDays: z.number() })) })
          .optional(),
      }),
    )

    // On AWS the console's pages have one too.
    expect(buckets).toHaveLength(readStage(stageName).runsOn === 'AWS' ? 3 : 2)
    for (const bucket of buckets) {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
    }
    const { UPLOADS_BUCKET: uploads } = functionsOf(template).get('roster-api')?.Environment.Variables ?? {}
    const rulesOf = (isUploads: boolean) =>
      buckets
        .filter(({ logicalId }) => (logicalId === uploads) === isUploads)
        .map((one) => one.LifecycleConfiguration?.Rules)
    expect(rulesOf(true)).toMatchObject([[{ ExpirationInDays: 40, Status: 'Enabled' }]])
    expect(new Set(rulesOf(false))).toEqual(new Set([undefined]))
  })

  it('locks anchors in compliance mode for the days of the stage, or not at all', () => {
    const { AUDIT_ANCHORS_BUCKET: anchors } = functionsOf(template).get('tick')?.Environment.Variables ?? {}
    const bucket = resourcesOf(template, 'AWS::S3::Bucket', z.looseObject({})).find(
      ({ logicalId }) => logicalId === anchors,
    )
    const { anchorLockDays } = readStage(stageName)

    expect(bucket).toMatchObject(
      anchorLockDays === 0
        ? { logicalId: anchors }
        : {
            ObjectLockEnabled: true,
            ObjectLockConfiguration: {
              Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: anchorLockDays } },
            },
          },
    )
    expect(bucket?.['ObjectLockEnabled']).toBe(anchorLockDays === 0 ? undefined : true)
  })

  it('keeps no log for ever', () => {
    const logs = resourcesOf(
      template,
      'AWS::Logs::LogGroup',
      z.object({ RetentionInDays: z.number().max(365) }),
    )

    const used = [...functionsOf(template).values()].map((definition) => definition.LoggingConfig.LogGroup)

    // The API's access log, the two that SNS writes, and on AWS those of the calls that switch them on and
    // put the console's pages there.
    expect(logs).toHaveLength(used.length + (readStage(stageName).runsOn === 'AWS' ? 5 : 3))
    expect(logs.map((log) => log.logicalId)).toEqual(expect.arrayContaining(used))
  })

  it('refuses every request to queues and uploads that is not encrypted', () => {
    const policies = ['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy'].flatMap((type) =>
      resourcesOf(
        template,
        type,
        z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
      ),
    )
    const holders = Object.values(template.Resources).filter(
      ({ Type }) => Type === 'AWS::SQS::Queue' || Type === 'AWS::S3::Bucket',
    )

    expect(policies).toHaveLength(holders.length)
    for (const { PolicyDocument } of policies) {
      expect(PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      )
    }
  })
})

describe.each(onAws)('on AWS, stage %s', (_, template) => {
  it('protects its tables against deletion', () => {
    const replicas = tables(template).flatMap((table) => table.Replicas)

    expect(replicas.map((replica) => replica.DeletionProtectionEnabled)).toEqual([true, true, true])
  })

  it.each(['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::Logs::LogGroup'])(
    'keeps each %s when the stack goes',
    (type) => {
      const found = Object.values(template.Resources).filter((resource) => resource.Type === type)

      expect(new Set(found.map((resource) => resource.DeletionPolicy))).toEqual(new Set(['Retain']))
    },
  )
})
