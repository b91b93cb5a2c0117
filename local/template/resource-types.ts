/** The resource types that the runner stands in for. */
const handledTypes = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Stage',
  'AWS::Events::Rule',
  'AWS::Logs::SubscriptionFilter',
] as const
export type HandledType = (typeof handledTypes)[number]

/** The resource types without a part in a local run. Whatever is in neither list is refused. */
const ignoredTypes = [
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::CDK::Metadata',
] as const

const handled: ReadonlySet<string> = new Set(handledTypes)
const ignored: ReadonlySet<string> = new Set(ignoredTypes)

/** What the runner does with resources of a type. */
export function treatmentOf(type: string): 'handled' | 'ignored' | 'unknown' {
  if (handled.has(type)) return 'handled'
  return ignored.has(type) ? 'ignored' : 'unknown'
}
