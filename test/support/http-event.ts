import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'

/** A request to one route as a test says it. `user` is the `sub` of the caller's access token, null without one. */
export type TestRequest = {
  /** As in the contracts: `GET /v1/villages/{code}`. */
  route: string
  user: string | null
  params?: Record<string, string>
  query?: Record<string, string>
  /** Anything but text is sent as JSON; text as it is. */
  body?: unknown
  headers?: Record<string, string>
}

/** The event that an HTTP API with a JWT authorizer makes of a request (payload format 2.0). */
export const httpEvent = (request: TestRequest): APIGatewayProxyEventV2WithJWTAuthorizer => {
  const [method = '', path = ''] = request.route.split(' ')
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => request.params?.[name] ?? '')
  const query = new URLSearchParams(request.query).toString()
  return {
    version: '2.0',
    routeKey: request.route,
    rawPath,
    rawQueryString: query,
    headers: { 'content-type': 'application/json', ...request.headers },
    ...(request.params === undefined ? {} : { pathParameters: request.params }),
    ...(request.query === undefined ? {} : { queryStringParameters: request.query }),
    ...(request.body === undefined
      ? {}
      : { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'test-request',
      routeKey: request.route,
      stage: '$default',
      time: '01/Jul/2026:00:00:00 +0000',
      timeEpoch: 0,
      authorizer: {
        principalId: '',
        integrationLatency: 0,
        jwt: {
          claims: request.user === null ? {} : { sub: request.user, token_use: 'access' },
          scopes: [],
        },
      },
    },
  }
}

/** What Lambda tells a function about itself. */
export const lambdaContext = (remainingMs = 60_000): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'test-invocation',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => remainingMs,
  done: () => {},
  fail: () => {},
  succeed: () => {},
})
