import { z } from 'zod'
import type { Assembly } from './load-assembly.ts'
import { readApi } from './read-api.ts'
import { type ReferenceValues, resolve } from './resolve.ts'
import type { HandledType } from './resource-types.ts'
import {
  bucketSchema,
  functionSchema,
  invokeConfigSchema,
  logSubscriptionSchema,
  mappingSchema,
  queueSchema,
  ruleSchema,
  tableSchema,
} from './schemas.ts'

/** The resolved properties of every resource of a type, with the logical id. */
export type ResolvedResources = <Output>(
  type: HandledType,
  schema: z.ZodType<Output>,
) => (Output & { logicalId: string })[]

/** What a template means for a local run: names, addresses and settings, all references resolved. */
export type LocalStack = ReturnType<typeof readStack>
export type LocalTable = LocalStack['tables'][number]
export type LocalQueue = LocalStack['queues'][number]
export type LocalFunction = LocalStack['functions'][number]
export type LocalMapping = LocalStack['mappings'][number]
export type LocalRule = LocalStack['rules'][number]
export type LocalLogSubscription = LocalStack['logSubscriptions'][number]
export type LocalApi = LocalStack['api']

/** Resolves and parses a template. Throws with the logical id where a property is not what it can handle. */
export function readStack(assembly: Assembly, values: ReferenceValues) {
  const resolved: ResolvedResources = (type, schema) => resolveAll(assembly, values, type, schema)
  const valueOf = (logicalId: string, attribute?: string) =>
    z.string().parse(values.get(attribute === undefined ? logicalId : `${logicalId}.${attribute}`))
  return {
    tables: resolved('AWS::DynamoDB::GlobalTable', tableSchema).map((table) => ({
      ...table,
      name: valueOf(table.logicalId),
    })),
    queues: resolved('AWS::SQS::Queue', queueSchema).map((queue) => ({
      ...queue,
      name: valueOf(queue.logicalId, 'QueueName'),
      url: valueOf(queue.logicalId),
      arn: valueOf(queue.logicalId, 'Arn'),
    })),
    buckets: resolved('AWS::S3::Bucket', bucketSchema).map(({ logicalId }) => ({
      logicalId,
      name: valueOf(logicalId),
    })),
    functions: resolved('AWS::Lambda::Function', functionSchema).map((definition) => ({
      ...definition,
      name: valueOf(definition.logicalId),
      arn: valueOf(definition.logicalId, 'Arn'),
      bundleFolder: assembly.assetFolder(definition.Code.S3Key),
    })),
    mappings: resolved('AWS::Lambda::EventSourceMapping', mappingSchema),
    invokeConfigs: resolved('AWS::Lambda::EventInvokeConfig', invokeConfigSchema),
    rules: resolved('AWS::Events::Rule', ruleSchema).map((rule) => ({
      ...rule,
      name: valueOf(rule.logicalId),
      arn: valueOf(rule.logicalId, 'Arn'),
    })),
    logSubscriptions: resolved('AWS::Logs::SubscriptionFilter', logSubscriptionSchema),
    api: readApi(resolved),
  }
}

function resolveAll<Output>(
  assembly: Assembly,
  values: ReferenceValues,
  type: HandledType,
  schema: z.ZodType<Output>,
): (Output & { logicalId: string })[] {
  return assembly.resources
    .filter((resource) => resource.type === type)
    .map(({ logicalId, properties }) => {
      try {
        return { ...schema.parse(resolve(namedBy(schema, properties), values)), logicalId }
      } catch (error) {
        throw new Error(`${logicalId} (${type}): ${describe(error)}`, { cause: error })
      }
    })
}

/** Only what the schema asks for is resolved: a role or a policy may refer to what has no local part. */
function namedBy(schema: z.ZodType, properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return properties
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name in schema.shape))
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}
