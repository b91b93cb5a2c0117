import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import type { AuditTrail } from '../domain/audit.ts'
import type { User } from '../domain/user.ts'
import { ifMatchRequired, type FieldError } from '../errors.ts'
import { admitCaller } from './admit-caller.ts'
import type { ApiEvent, ApiResult, BoundRoute } from './api-types.ts'
import { runAudited } from './audit-request.ts'
import { parseJsonBody, parseParts } from './parse-request.ts'
import { keepPagePolicy, writeAnswer } from './write-answer.ts'
import { problemErrors } from './problem-errors.ts'

const unquote = (etag: string | undefined): string | undefined => etag?.replace(/^(?:W\/)?"(.*)"$/, '$1')

const findKeyFaults = (route: BoundRoute, key: string | undefined): FieldError[] => {
  const isFine = key !== undefined && /^[\x21-\x7e]{8,128}$/.test(key)
  return route.definition.idempotencyKey !== 'required' || isFine
    ? []
    : [
        {
          path: 'headers.idempotency-key',
          message: {
            en: 'This creates or sends something: give 8 to 128 visible ASCII characters, new for each new wish.',
            lo: 'ຄຳສັ່ງນີ້ສ້າງ ຫຼື ສົ່ງບາງຢ່າງ: ໃສ່ 8 ຫາ 128 ຕົວ ASCII, ໃໝ່ສຳລັບທຸກຄຳຂໍໃໝ່.',
          },
        },
      ]
}

const checkIfMatch = (route: BoundRoute, ifMatch: string | undefined): void => {
  if (route.definition.ifMatch === 'required' && ifMatch === undefined) {
    throw ifMatchRequired()
  }
}

type AnswerDeps = { audit: AuditTrail; logger: Logger }

const answer = async (deps: AnswerDeps, event: ApiEvent): Promise<ApiResult> => {
  if (event.admitted === undefined) throw new Error('no caller was admitted')
  const { route, user } = event.admitted
  const { definition } = route
  checkIfMatch(route, event.headers['if-match'])
  const parts = parseParts(
    [
      { name: 'params', schema: definition.params, value: event.pathParameters ?? {} },
      { name: 'query', schema: definition.query, value: event.queryStringParameters ?? {} },
      { name: 'body', schema: definition.body, value: event.body },
    ],
    findKeyFaults(route, event.headers['idempotency-key']),
  )
  const request = {
    user,
    params: parts['params'],
    body: parts['body'],
    idempotencyKey: event.headers['idempotency-key'] ?? '',
    correlationId: event.requestContext.requestId,
  }
  const { body, etag } = await runAudited(deps, { definition, ...request }, async () => {
    const done = await route.run({
      ...request,
      query: parts['query'],
      ifMatch: unquote(event.headers['if-match']),
      ifNoneMatch: unquote(event.headers['if-none-match']),
    })
    const parsed = definition.response === undefined ? undefined : definition.response.parse(done.body)
    return { body: parsed, etag: done.etag }
  })
  return writeAnswer(route, body, etag, event)
}

/**
 * The middy stack of every HTTP function: who calls is settled before a byte of the body is read, and what the call is
 * about to change is written down before it does.
 */
export const createHttpHandler = (options: {
  routes: readonly BoundRoute[]
  findUser: (id: string) => Promise<User | undefined>
  audit: AuditTrail
  logger: Logger
}) =>
  middy<ApiEvent, ApiResult>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .use(keepPagePolicy())
    .use(httpSecurityHeaders())
    .use(httpHeaderNormalizer())
    .use(admitCaller(options.routes, options.findUser))
    .use(parseJsonBody())
    .use(problemErrors(options.logger))
    .handler((event: ApiEvent) => answer(options, event))
