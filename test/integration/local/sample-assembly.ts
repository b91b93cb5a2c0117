import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { newFolder } from './new-folder.ts'

const sources = {
  api: new URL('sample/api.ts', import.meta.url),
  worker: new URL('sample/worker.ts', import.meta.url),
  tick: new URL('sample/tick.ts', import.meta.url),
}
const authorizedRoutes = ['GET /me', 'POST /work']
const scopedRoutes = ['GET /tasks/{id}']
const openRoutes = [
  'GET /echo/{name}/{rest+}',
  'POST /echo',
  'POST /upload',
  'GET /uploaded',
  'GET /environment',
  'GET /context',
  'GET /time',
  'GET /fail',
  'GET /outside/{host}',
  'GET /exit',
  'GET /hang',
  'GET /spin',
  'GET /memory',
  'GET /large',
]
const keys = [
  { AttributeName: 'PK', KeyType: 'HASH' },
  { AttributeName: 'SK', KeyType: 'RANGE' },
]
const variables = {
  TABLE: { Ref: 'Table' },
  BUCKET: { Ref: 'Bucket' },
  WORK_QUEUE_URL: { Ref: 'WorkQueue' },
  STAGE: { 'Fn::Sub': '${AWS::StackName}-${!literal}' },
}

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>

/** Bundles the sample functions once; the folders are the assets of `writeAssembly`. */
export function bundleSample(): string {
  const folder = newFolder('sample')
  for (const [name, source] of Object.entries(sources)) {
    buildSync({
      entryPoints: [fileURLToPath(source)],
      outfile: join(folder, `asset.${name}`, 'index.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: { js: "import{createRequire}from'module';const require=createRequire(import.meta.url);" },
    })
  }
  return folder
}

/** Writes a template over bundled functions, as CDK would synthesize it, and returns its folder. */
export function writeAssembly(
  bundles: string,
  change: (resources: Resources) => void = () => undefined,
): string {
  const resources = sampleResources()
  change(resources)
  const folder = newFolder('assembly')
  const template = {
    Resources: resources,
    Parameters: { BootstrapVersion: { Default: '/cdk-bootstrap/version' } },
  }
  const files = Object.fromEntries(
    Object.keys(sources).map((name) => [
      name,
      { source: { path: join('..', bundles.split('/').at(-1) ?? '', `asset.${name}`) } },
    ]),
  )
  writeFileSync(join(folder, 'Sample-test.template.json'), JSON.stringify(template))
  writeFileSync(join(folder, 'Sample-test.assets.json'), JSON.stringify({ files }))
  return folder
}

function sampleResources(): Resources {
  return {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: keys,
        AttributeDefinitions: ['PK', 'SK', 'I'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byI',
            KeySchema: [{ AttributeName: 'I', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    DeadQueue: { Type: 'AWS::SQS::Queue', Properties: {} },
    WorkQueue: queue('DeadQueue'),
    UrgentQueue: queue('DeadQueue'),
    ApiFunction: lambda('api', 2),
    WorkerFunction: lambda('worker', 2),
    TickFunction: lambda('tick', 2),
    WorkMapping: mapping('WorkQueue'),
    UrgentMapping: mapping('UrgentQueue'),
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        ProtocolType: 'HTTP',
        CorsConfiguration: {
          AllowOrigins: ['https://console.example'],
          AllowMethods: ['GET'],
          AllowHeaders: ['authorization'],
          MaxAge: 60,
        },
      },
    },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['ApiFunction', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: { Ref: 'Api' },
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: {
          Audience: [{ Ref: 'Client' }],
          Issuer: {
            'Fn::Join': [
              '',
              ['https://cognito-idp.', { Ref: 'AWS::Region' }, '.amazonaws.com/', { Ref: 'Pool' }],
            ],
          },
        },
      },
    },
    ...Object.fromEntries([
      ...openRoutes.map((key, index) => [`Open${index}`, route(key, {})]),
      ...authorizedRoutes.map((key, index) => [`Authorized${index}`, route(key, jwt([]))]),
      ...scopedRoutes.map((key, index) => [`Scoped${index}`, route(key, jwt(['siang/work']))]),
    ]),
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: {} },
    ResourceServer: {
      Type: 'AWS::Cognito::UserPoolResourceServer',
      Properties: { Identifier: 'siang', Scopes: [{ ScopeName: 'work' }] },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['TickFunction', 'Arn'] } }],
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { Unresolved: { 'Fn::ImportValue': 'x' } } },
  }
}

const jwt = (AuthorizationScopes: string[]) => ({
  AuthorizationType: 'JWT',
  AuthorizerId: { Ref: 'Authorizer' },
  AuthorizationScopes,
})

const route = (RouteKey: string, authorization: Record<string, unknown>) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    AuthorizationType: 'NONE',
    ...authorization,
  },
})

const queue = (dead: string) => ({
  Type: 'AWS::SQS::Queue',
  Properties: {
    VisibilityTimeout: 2,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] }, maxReceiveCount: 2 },
  },
})

const lambda = (name: string, Timeout: number) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout,
    MemorySize: 128,
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: `${name}.zip` },
    Environment: { Variables: variables },
  },
})

const mapping = (queueId: string) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: { 'Fn::GetAtt': [queueId, 'Arn'] },
    FunctionName: { Ref: 'WorkerFunction' },
    BatchSize: 10,
    ScalingConfig: { MaximumConcurrency: 2 },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  },
})
