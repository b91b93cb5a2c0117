import { z } from 'zod'

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const refused = (what: string) => z.undefined({ error: `${what} cannot be run locally` })

/** What CreateTable needs of a table; recovery, encryption and TTL have no local part. */
export const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  LocalSecondaryIndexes: refused('a local secondary index').optional(),
  StreamSpecification: refused('a stream').optional(),
})

/** The redrive policy keeps its own field names: SQS takes it as JSON text. */
export const queueSchema = z.object({
  VisibilityTimeout: z.coerce.number().int().default(30),
  DelaySeconds: z.coerce.number().int().default(0),
  MessageRetentionPeriod: z.coerce.number().int().default(345_600),
  ReceiveMessageWaitTimeSeconds: z.coerce.number().int().default(0),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int() })
    .optional(),
  FifoQueue: refused('a FIFO queue').optional(),
})

export const bucketSchema = z.object({
  NotificationConfiguration: refused('a bucket notification').optional(),
  WebsiteConfiguration: refused('a bucket website').optional(),
})

export const functionSchema = z.object({
  Handler: z.string().regex(/^[\w/-]+\.\w+$/),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.coerce.number().int().default(3),
  MemorySize: z.coerce.number().int().default(128),
  ReservedConcurrentExecutions: z.coerce.number().int().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  Code: z.object({ S3Key: z.string() }),
  Layers: refused('a layer').optional(),
})

export const mappingSchema = z.object({
  EventSourceArn: z.string().startsWith('arn:aws:sqs:', { error: 'only SQS mappings can be run locally' }),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: z.coerce.number().int().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().int().min(2) }).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  Enabled: z.boolean().default(true),
  FilterCriteria: refused('a filter').optional(),
})

/** What becomes of an asynchronous invocation that fails; only a queue can be its destination locally. */
export const invokeConfigSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().int().min(0).max(2).default(2),
  DestinationConfig: z
    .object({
      OnFailure: z.object({ Destination: z.string().startsWith('arn:aws:sqs:') }).optional(),
      OnSuccess: refused('a destination on success').optional(),
    })
    .optional(),
})

const rate = /^rate\((\d+) (second|minute|hour|day)s?\)$/
const unitSeconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 }

/** `everySeconds` of a `rate(…)`. EventBridge itself counts in minutes; seconds are for the test stage. */
export const ruleSchema = z.object({
  ScheduleExpression: z
    .string({ error: 'only scheduled rules can be run locally' })
    .regex(rate, { error: 'only rate(…) can be run locally' })
    .transform((expression) => {
      const [, count = '1', unit = 'minute'] = rate.exec(expression) ?? []
      return { everySeconds: Number(count) * (unitSeconds[unit] ?? 60) }
    }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string(), Id: z.string(), Input: z.string().optional() })).default([]),
})

/** What calls a function with the lines of a log group: all of them, as a pattern would need a parser of its own. */
export const logSubscriptionSchema = z.object({
  LogGroupName: z.string(),
  DestinationArn: z.string().startsWith('arn:aws:lambda:', { error: 'only functions can read logs locally' }),
  FilterPattern: z.literal('', { error: 'a filter pattern cannot be run locally' }),
})

export const apiSchema = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z
    .object({
      AllowOrigins: z.array(z.string()).default([]),
      AllowMethods: z.array(z.string()).default([]),
      AllowHeaders: z.array(z.string()).default([]),
      ExposeHeaders: z.array(z.string()).default([]),
      MaxAge: z.coerce.number().int().optional(),
      AllowCredentials: z.boolean().default(false),
    })
    .optional(),
})

export const routeSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
})

export const integrationSchema = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
})

export const authorizerSchema = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
})

export const stageSchema = z.object({
  ApiId: z.string(),
  StageName: z.literal('$default', { error: 'only the $default stage can be run locally' }),
})
