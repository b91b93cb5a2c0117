import type { LocalFunction } from '../template/read-stack.ts'

/** Where a function finds the stand-ins of AWS. `refuser` answers every service that has none. */
export type Endpoints = {
  dynamodb: string
  sqs: string
  s3: string
  sns: string
  directory: string
  refuser: string
}

/**
 * The environment variables of a function: the template's, and everything that keeps an SDK client from
 * reaching AWS, even one whose service nobody thought of. Nothing but PATH comes from the runner.
 */
export function functionEnvironment(
  definition: LocalFunction,
  endpoints: Endpoints,
  region: string,
  overrides: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    ...definition.Environment?.Variables,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.MemorySize),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    _HANDLER: definition.Handler,
    LAMBDA_TASK_ROOT: definition.bundleFolder,
    AWS_ENDPOINT_URL: endpoints.refuser,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.directory,
    S3_FORCE_PATH_STYLE: 'true',
    ...localCredentials,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...overrides,
  }
}

/** The credentials that functions sign with. They open nothing but the stand-ins. */
export const localCredentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' } as const
