import { createHash } from 'node:crypto'
import type { Assembly, TemplateResource } from './load-assembly.ts'
import { type ReferenceValues, resolve } from './resolve.ts'

/** Everything that a run adds to the template before its references have values. */
export type RunFacts = {
  region: string
  sqsOrigin: string
  apiOrigin: string
  issuerOrigin: string
  clientId: string
}

/** The account that every local ARN and queue URL names. */
export const accountId = '000000000000'

type Named = { name: string; attributes: Record<string, string> }
type Naming = (resource: TemplateResource, context: NamingContext) => Named
type NamingContext = { facts: RunFacts; stackName: string; values: ReferenceValues }

const namings: Record<string, Naming> = {
  'AWS::DynamoDB::GlobalTable': (resource, context) => {
    const name = nameOf(resource, context, 'TableName', 255)
    return { name, attributes: { Arn: arn(context, 'dynamodb', `table/${name}`) } }
  },
  'AWS::SQS::Queue': (resource, context) => {
    const queueName = nameOf(resource, context, 'QueueName', 80)
    const url = `${context.facts.sqsOrigin}/${accountId}/${queueName}`
    return {
      name: url,
      attributes: { Arn: arn(context, 'sqs', queueName), QueueName: queueName, QueueUrl: url },
    }
  },
  'AWS::S3::Bucket': (resource, context) => {
    const name = nameOf(resource, context, 'BucketName', 63).toLowerCase()
    const domainName = `${name}.s3.${context.facts.region}.amazonaws.com`
    return {
      name,
      attributes: { Arn: `arn:aws:s3:::${name}`, DomainName: domainName, RegionalDomainName: domainName },
    }
  },
  'AWS::Lambda::Function': (resource, context) => {
    const name = nameOf(resource, context, 'FunctionName', 64)
    return { name, attributes: { Arn: arn(context, 'lambda', `function:${name}`) } }
  },
  'AWS::Events::Rule': (resource, context) => {
    const name = nameOf(resource, context, 'Name', 64)
    return { name, attributes: { Arn: arn(context, 'events', `rule/${name}`) } }
  },
  'AWS::ApiGatewayV2::Api': (resource, context) => ({
    name: resource.logicalId,
    attributes: { ApiId: resource.logicalId, ApiEndpoint: context.facts.apiOrigin },
  }),
  'AWS::Logs::LogGroup': (resource, context) => {
    const name = nameOf(resource, context, 'LogGroupName', 255)
    return { name, attributes: { Arn: arn(context, 'logs', `log-group:${name}:*`) } }
  },
  'AWS::Cognito::UserPool': (resource, context) => ({
    name: resource.logicalId,
    attributes: {
      UserPoolId: resource.logicalId,
      Arn: arn(context, 'cognito-idp', `userpool/${resource.logicalId}`),
      ProviderName: new URL(context.facts.issuerOrigin).host,
      ProviderURL: context.facts.issuerOrigin,
    },
  }),
  'AWS::Cognito::UserPoolClient': (_resource, context) => ({
    name: context.facts.clientId,
    attributes: { ClientId: context.facts.clientId },
  }),
  'AWS::Cognito::UserPoolResourceServer': (resource, context) => ({
    name: textProperty(resource, context, 'Identifier') ?? resource.logicalId,
    attributes: {},
  }),
}

/** The values of all references that a template can make in this run. */
export function referenceValues(assembly: Assembly, facts: RunFacts): ReferenceValues {
  const values = new Map<string, unknown>([
    ['AWS::Region', facts.region],
    ['AWS::AccountId', accountId],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', assembly.stackName],
    ['AWS::StackId', `arn:aws:cloudformation:${facts.region}:${accountId}:stack/${assembly.stackName}/local`],
    ...assembly.parameterDefaults,
  ])
  const context = { facts, stackName: assembly.stackName, values }
  for (const resource of assembly.resources) {
    const naming = namings[resource.type]
    const named = naming?.(resource, context) ?? { name: resource.logicalId, attributes: {} }
    values.set(resource.logicalId, named.name)
    for (const [attribute, value] of Object.entries(named.attributes)) {
      values.set(`${resource.logicalId}.${attribute}`, value)
    }
  }
  return values
}

function nameOf(
  resource: TemplateResource,
  context: NamingContext,
  property: string,
  maxLength: number,
): string {
  const given = textProperty(resource, context, property)
  const name = given ?? `${context.stackName}-${resource.logicalId}`
  if (name.length <= maxLength) return name
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, maxLength - 9)}-${digest}`
}

function textProperty(
  resource: TemplateResource,
  context: NamingContext,
  property: string,
): string | undefined {
  const value = resolve(resource.properties[property], context.values)
  return typeof value === 'string' ? value : undefined
}

function arn({ facts }: NamingContext, service: string, rest: string): string {
  return `arn:aws:${service}:${facts.region}:${accountId}:${rest}`
}
