import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import { allRoutes } from '../../shared/contracts/all-routes.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import type { FunctionName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addNamedAlarm, alarmPeriod } from './named-alarm.ts'
import type { ServiceFunction } from './service-function.ts'
import { addServiceLog } from './service-log.ts'
import type { SignIn } from './sign-in.ts'

type ServiceApiProps = {
  readonly stage: StageSettings
  readonly signIn: SignIn
  readonly functions: Readonly<Record<FunctionName, ServiceFunction>>
}

/** Neither query strings, which may hold cursors, nor headers, which hold tokens. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  user: '$context.authorizer.claims.sub',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  tookMs: '$context.responseLatency',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
})

/** The HTTP API: one route for each route of the contracts and no others, all but the public ones behind a token. */
export class ServiceApi extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { stage, signIn, functions }: ServiceApiProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', {
      apiName: `siang-${stage.name}`,
      createDefaultStage: false,
      defaultAuthorizer: new HttpUserPoolAuthorizer('Authorizer', signIn.userPool, {
        userPoolClients: [signIn.client],
      }),
    })
    this.addRoutes(functions)
    const openRoutes = this.addPublicRoutes(functions.public)
    limitPublicRoutes(addStage(this, this.api, stage), openRoutes, stage)
    addNamedAlarm(this, 'ServerErrorsAlarm', {
      name: 'api-server-errors',
      stageName: stage.name,
      whoIsHurt: 'Officers and admins get errors instead of answers; an alert may not be going out.',
      runbook: 'docs/runbooks/api-server-errors.md',
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      when: { above: 0 },
      periods: 2,
    })
  }

  private addPublicRoutes({ lambda }: ServiceFunction): HttpRoute[] {
    const integration = new HttpLambdaIntegration('public', lambda, { scopePermissionToRoute: false })
    return Object.values(publicRoutes).flatMap(({ method, path }) =>
      this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      }),
    )
  }

  private addRoutes(functions: ServiceApiProps['functions']): void {
    const integrationOf = (name: 'roster-api' | 'alerts-api' | 'operations-api') =>
      new HttpLambdaIntegration(name, functions[name].lambda, { scopePermissionToRoute: false })
    const integrations = {
      'roster-api': integrationOf('roster-api'),
      'alerts-api': integrationOf('alerts-api'),
      'operations-api': integrationOf('operations-api'),
    }
    for (const route of allRoutes) {
      this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrations[route.function],
      })
    }
  }
}

/** What anybody may ask for has a limit of its own, far below that of people who are signed in. */
const limitPublicRoutes = (
  httpStage: HttpStage,
  openRoutes: readonly HttpRoute[],
  stage: StageSettings,
): void => {
  const limit = {
    ThrottlingRateLimit: stage.publicRequestsPerSecond,
    ThrottlingBurstLimit: stage.publicRequestsPerSecond * 2,
  }
  const { defaultChild } = httpStage.node
  if (!(defaultChild instanceof CfnStage)) throw new Error('the stage has no resource of its own')
  const keys = Object.values(publicRoutes).map(({ method, path }) => `${method} ${path}`)
  // Keys of a map are no properties, which the CDK would write in upper case.
  defaultChild.addPropertyOverride('RouteSettings', Object.fromEntries(keys.map((key) => [key, limit])))
  // CloudFormation refuses settings of a route that is not there yet.
  for (const route of openRoutes) httpStage.node.addDependency(route)
}

const addStage = (scope: Construct, httpApi: HttpApi, stage: StageSettings): HttpStage =>
  new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: stage.apiRequestsPerSecond, burstLimit: stage.apiRequestsPerSecond * 2 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(addServiceLog(scope, 'AccessLog', stage)),
      format: AccessLogFormat.custom(accessLogLine),
    },
  })
