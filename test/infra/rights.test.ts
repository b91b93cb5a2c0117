import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FunctionName, functionNames } from '../../infra/names.ts'
import { projectRoot } from '../../infra/project.ts'
import { alertsTable, rosterTable } from '../../shared/tables.ts'
import { functionsOf, queuesOf, reference, resourcesOf, synthesize } from './synthesized.ts'

const template = synthesize('prod')
const functions = functionsOf(template)

const oneOrMore = <S extends z.ZodType>(schema: S) =>
  z.union([z.array(schema), schema.transform((single) => [single])])
const policyShape = z.object({
  Roles: z.array(reference),
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.enum(['Allow', 'Deny']),
        Action: oneOrMore(z.string()),
        Resource: oneOrMore(z.unknown()),
        Condition: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  }),
})
const policies = resourcesOf(template, 'AWS::IAM::Policy', policyShape)

const statementsOf = (name: FunctionName) =>
  policies
    .filter((policy) => policy.Roles.includes(functions.get(name)?.Role ?? ''))
    .flatMap((policy) => policy.PolicyDocument.Statement)
const allStatements = functionNames.flatMap((name) =>
  statementsOf(name).map((statement) => ({ name, ...statement })),
)
const allowedTo = (name: FunctionName): string[] =>
  statementsOf(name).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []))

/** The right that each command of the SDK needs. */
const rights: Readonly<Record<string, string>> = {
  GetCommand: 'dynamodb:GetItem',
  BatchGetCommand: 'dynamodb:BatchGetItem',
  QueryCommand: 'dynamodb:Query',
  PutCommand: 'dynamodb:PutItem',
  UpdateCommand: 'dynamodb:UpdateItem',
  DeleteCommand: 'dynamodb:DeleteItem',
  BatchWriteCommand: 'dynamodb:BatchWriteItem',
  SendMessageBatchCommand: 'sqs:SendMessage',
  SendMessageCommand: 'sqs:SendMessage',
  ReceiveMessageCommand: 'sqs:ReceiveMessage',
  DeleteMessageCommand: 'sqs:DeleteMessage',
  ChangeMessageVisibilityBatchCommand: 'sqs:ChangeMessageVisibility',
  GetQueueAttributesCommand: 'sqs:GetQueueAttributes',
  GetObjectCommand: 's3:GetObject',
  HeadObjectCommand: 's3:GetObject',
  PutObjectCommand: 's3:PutObject',
  ListObjectsV2Command: 's3:ListBucket',
  CreateMultipartUploadCommand: 's3:PutObject',
  UploadPartCommand: 's3:PutObject',
  CompleteMultipartUploadCommand: 's3:PutObject',
  PublishCommand: 'sns:Publish',
  AdminCreateUserCommand: 'cognito-idp:AdminCreateUser',
  AdminGetUserCommand: 'cognito-idp:AdminGetUser',
  AdminDisableUserCommand: 'cognito-idp:AdminDisableUser',
  AdminEnableUserCommand: 'cognito-idp:AdminEnableUser',
  AdminUserGlobalSignOutCommand: 'cognito-idp:AdminUserGlobalSignOut',
}

/** Commands in a bundle that its function never comes to, since it uses another part of the same store. */
const unused: Partial<Record<FunctionName, readonly string[]>> = {
  'roster-api': ['DeleteCommand'],
  'alerts-api': ['DeleteCommand'],
  'operations-api': ['PutObjectCommand', 'DeleteCommand'],
  'fan-out': ['DeleteCommand'],
  'send-sms': ['PutCommand'],
  // A stage without an authority publishes nothing, and has nothing to read.
  public: ['GetCommand', 'QueryCommand'],
  receipts: ['PutCommand', 'DeleteCommand'],
  tick: ['DeleteCommand', 'BatchWriteCommand'],
}

/** Roles of SNS, and of the CDK's own functions, which work when a stage is deployed: logging, console's files. */
const isOfDeployment = (logicalId: string): boolean =>
  /^(DeliveryLogs|AWS679f53fa|CustomCDKBucketDeployment)/.test(logicalId)

/** Who may read an item may read any, one by one or several at once. */
const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']

/** Rights that no command of ours asks for: Lambda takes messages and writes logs by them. */
const byTheRuntime = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  's3:ListBucket',
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
]

const bundle = async (name: FunctionName) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(projectRoot, 'functions', name, 'handler.ts')],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const code = outputFiles.map((file) => file.text).join('\n')
  const commands = new Set(
    [...code.matchAll(/new ([A-Z]\w*?Command)\d*\(/g)].map(([, command = '']) => command),
  )
  return {
    commands: [...commands],
    exports: Object.values(metafile.outputs).flatMap((output) => output.exports),
  }
}

describe('the rights of the functions', () => {
  it('are all in policies of their own roles, which only Lambda may take', () => {
    const roles = resourcesOf(
      template,
      'AWS::IAM::Role',
      z.object({ AssumeRolePolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
    ).filter(({ logicalId }) => !isOfDeployment(logicalId))

    expect(roles.map(({ logicalId }) => logicalId).toSorted()).toEqual(
      [...functions.values()].map((definition) => definition.Role).toSorted(),
    )
    expect(
      policies
        .flatMap((policy) => policy.Roles)
        .filter((role) => !isOfDeployment(role))
        .toSorted(),
    ).toEqual(roles.map(({ logicalId }) => logicalId).toSorted())
    for (const role of roles) {
      expect(role.AssumeRolePolicyDocument.Statement).toEqual([
        { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
      ])
    }
  })

  it('let send-sms alone publish, to phones and to no topic', () => {
    const publishing = allStatements.filter(({ Action }) =>
      Action.some((action) => /^(sns:|\*)/.test(action)),
    )

    expect(publishing).toEqual([
      { name: 'send-sms', Effect: 'Allow', Action: ['sns:Publish'], Resource: ['*'] },
      { name: 'send-sms', Effect: 'Deny', Action: ['sns:Publish'], Resource: ['arn:aws:sns:*:*:*'] },
    ])
  })

  it('let operations-api alone take from dead-letter queues, and from no other queue', () => {
    const dead = queuesOf(template).dead.map(({ logicalId }) => logicalId)
    const taking = allStatements
      .filter(({ Action }) => Action.includes('sqs:ReceiveMessage'))
      .flatMap(({ name, Resource }) =>
        Resource.map((resource) => ({ name, queue: reference.parse(resource) })),
      )

    const fromDead = taking.filter(({ queue }) => dead.includes(queue))
    const byOperations = taking.filter(({ name }) => name === 'operations-api')

    expect(fromDead.map(({ queue }) => queue).toSorted()).toEqual(dead.toSorted())
    expect(byOperations).toEqual(fromDead)
  })

  it('let five functions add rows to the audit and read them, and nobody change or delete one', () => {
    const { AUDIT_TABLE: audit } = functions.get('tick')?.Environment.Variables ?? {}
    const onAudit = allStatements.filter(({ Resource }) =>
      Resource.some((resource) => reference.safeParse(resource).data === audit),
    )

    expect(onAudit.map(({ name, Action }) => [name, ...Action])).toEqual(
      ['roster-api', 'alerts-api', 'operations-api', 'fan-out', 'tick'].map((name) => [
        name,
        'dynamodb:PutItem',
        'dynamodb:Query',
      ]),
    )
  })

  it('let tick alone put anchors, and nobody delete one or touch its lock', () => {
    const onAnchors = allStatements.filter(({ Resource }) =>
      JSON.stringify(Resource).includes('AuditAnchors'),
    )
    const actionsOf = (wanted: string) =>
      onAnchors.filter(({ name }) => name === wanted).flatMap(({ Action }) => Action)

    expect(new Set(onAnchors.map(({ name }) => name))).toEqual(new Set(['tick', 'operations-api']))
    expect(actionsOf('tick')).toEqual(['s3:GetObject', 's3:PutObject', 's3:ListBucket'])
    expect(actionsOf('operations-api')).toEqual(['s3:GetObject', 's3:ListBucket'])
  })

  it('let public read what is public, and nothing else, where an authority has agreed to that', () => {
    const onLocal = synthesize('local')
    const { Role: role } = functionsOf(onLocal).get('public') ?? {}
    const statements = resourcesOf(onLocal, 'AWS::IAM::Policy', policyShape)
      .filter(({ Roles }) => Roles.includes(role ?? ''))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)

    expect(statements.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [['logs:CreateLogStream', 'logs:PutLogEvents'], undefined],
      [
        ['dynamodb:GetItem', 'dynamodb:Query'],
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CAP#*', 'CAP-FEED'] } },
      ],
    ])
  })

  it('let public do nothing but write its log where nobody has agreed', () => {
    expect(allowedTo('public')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents'])
    expect(functions.get('public')?.Environment.Variables).not.toHaveProperty('CAP_TABLE')
  })

  it('let roster-api alone at the user pool, and at no other', () => {
    const onPools = allStatements.filter(({ Action }) => Action.some((one) => one.startsWith('cognito-idp:')))
    const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool', z.looseObject({}))

    expect(onPools.map(({ name }) => name)).toEqual(['roster-api'])
    expect(onPools[0]?.Resource).toEqual([{ 'Fn::GetAtt': [pool?.logicalId, 'Arn'] }])
  })

  it('name every action', () => {
    expect(allStatements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([])
  })

  it('name every resource, but for phones and for objects below a prefix', () => {
    const wild = allStatements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ name, Resource }) => Resource.map((resource) => `${name} ${JSON.stringify(resource)}`))
      .filter((text) => text.includes('*'))
      .map((text) => text.replace(/\{"Fn::GetAtt":\["Uploads\w+","Arn"\]\}/, 'uploads'))
      .map((text) => text.replace(/\{"Fn::GetAtt":\["AuditAnchors\w+","Arn"\]\}/, 'anchors'))

    expect(new Set(wild)).toEqual(
      new Set([
        'send-sms "*"',
        ...['roster-api', 'roster-import'].flatMap((name) =>
          ['imports', 'exports'].map((prefix) => `${name} {"Fn::Join":["",[uploads,"/${prefix}/*"]]}`),
        ),
        ...['tick', 'operations-api'].map((name) => `${name} {"Fn::Join":["",[anchors,"/anchors/*"]]}`),
      ]),
    )
  })
})

describe('the resources that functions may use', () => {
  it('include every index of the tables, and no index that is not there', () => {
    const named = allStatements
      .flatMap(({ Resource }) =>
        Resource.map((resource) => /\/index\/(\w+)/.exec(JSON.stringify(resource))?.[1]),
      )
      .filter((index) => index !== undefined)

    expect(new Set(named)).toEqual(
      new Set([...rosterTable.indexes, ...alertsTable.indexes].map(({ name }) => name)),
    )
  })

  it.each(functionNames)('are for %s the queues that it has the URLs of', (name) => {
    const variables = Object.entries(functions.get(name)?.Environment.Variables ?? {})
    const urls = variables.filter(([variable]) => variable.endsWith('_QUEUE_URL')).map(([, url]) => url)
    const failures = queuesOf(template).dead.map(({ logicalId }) => logicalId)

    const sendable = statementsOf(name)
      .filter(({ Action }) => Action.includes('sqs:SendMessage'))
      .flatMap(({ Resource }) => Resource.map((resource) => reference.parse(resource)))
      .filter((queue) => !failures.includes(queue))

    expect(sendable.toSorted()).toEqual(urls.toSorted())
  })
})

describe('the code of', { timeout: 30_000 }, () => {
  it.each(functionNames)('%s exports the handler that the template names', async (name) => {
    const { exports } = await bundle(name)

    expect(functions.get(name)?.Handler).toBe('index.handler')
    expect(exports).toEqual(['handler'])
  })

  it.each(functionNames)('%s may do what it does', async (name) => {
    const { commands } = await bundle(name)

    const needed = commands
      .filter((command) => !(unused[name] ?? []).includes(command))
      .map((command) => rights[command] ?? `a right for ${command}`)

    expect(allowedTo(name)).toEqual(expect.arrayContaining(needed))
  })

  it.each(functionNames)('%s does what it may do', async (name) => {
    const { commands } = await bundle(name)
    const accountedFor = [...commands.map((command) => rights[command]), ...reading, ...byTheRuntime]

    const idle = allowedTo(name).filter((right) => !accountedFor.includes(right))

    expect(idle).toEqual([])
  })
})
