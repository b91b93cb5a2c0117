import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readStage } from '../../infra/stages.ts'
import { allRoutes } from '../../shared/contracts/all-routes.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { functionsOf, reference, resourcesOf, synthesize } from './synthesized.ts'

const template = synthesize('prod')

const routes = resourcesOf(
  template,
  'AWS::ApiGatewayV2::Route',
  z.object({
    RouteKey: z.string(),
    AuthorizationType: z.string(),
    AuthorizerId: reference.optional(),
    Target: z.object({
      'Fn::Join': z.tuple([z.literal(''), z.tuple([z.literal('integrations/'), reference])]),
    }),
  }),
)
const integrations = resourcesOf(
  template,
  'AWS::ApiGatewayV2::Integration',
  z.object({ IntegrationUri: reference, PayloadFormatVersion: z.string() }),
)
const clients = resourcesOf(
  template,
  'AWS::Cognito::UserPoolClient',
  z.looseObject({
    GenerateSecret: z.boolean(),
    AccessTokenValidity: z.number(),
    TokenValidityUnits: z.object({ AccessToken: z.string() }),
  }),
)
const authorizers = resourcesOf(
  template,
  'AWS::ApiGatewayV2::Authorizer',
  z.object({
    AuthorizerType: z.string(),
    JwtConfiguration: z.object({ Audience: z.array(reference), Issuer: z.unknown() }),
  }),
)

describe('the HTTP API', () => {
  it('has a route for each route of the contracts, to its function, and no others', () => {
    const functions = functionsOf(template)
    const wanted = [...allRoutes, ...Object.values(publicRoutes)].map(
      (route) => [`${route.method} ${route.path}`, functions.get(route.function)?.logicalId] as const,
    )

    const made = routes.map((route) => {
      const [, [, target]] = route.Target['Fn::Join']
      return [
        route.RouteKey,
        integrations.find(({ logicalId }) => logicalId === target)?.IntegrationUri,
      ] as const
    })

    expect(new Map(made)).toEqual(new Map(wanted))
    expect(made).toHaveLength(wanted.length)
  })

  const withoutLogin = ['GET /openapi.json', 'GET /health', 'GET /cap/feed.atom', 'GET /cap/{file}']

  it('lets nobody in without a token but on the routes that are named here', () => {
    const open = routes.filter((route) => route.AuthorizationType !== 'JWT')

    expect(open.map((route) => route.RouteKey).toSorted()).toEqual(withoutLogin.toSorted())
    expect(open.map((route) => [route.AuthorizationType, route.AuthorizerId])).toEqual(
      withoutLogin.map(() => ['NONE', undefined]),
    )
    expect(
      Object.values(publicRoutes)
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual(withoutLogin.toSorted())
  })

  it('asks for a token of the one authorizer on every other route', () => {
    const [authorizer] = authorizers
    const closed = routes.filter((route) => !withoutLogin.includes(route.RouteKey))

    expect(authorizers).toHaveLength(1)
    expect(new Set(closed.map((route) => route.AuthorizationType))).toEqual(new Set(['JWT']))
    expect(new Set(closed.map((route) => route.AuthorizerId))).toEqual(new Set([authorizer?.logicalId]))
  })

  it('limits each route without login by itself, once it is there', () => {
    const [httpStage] = resourcesOf(
      template,
      'AWS::ApiGatewayV2::Stage',
      z.looseObject({ RouteSettings: z.record(z.string(), z.unknown()) }),
    )
    const most = readStage('prod').publicRequestsPerSecond
    const limit = { ThrottlingRateLimit: most, ThrottlingBurstLimit: 2 * most }
    const dependsOn = template.Resources[httpStage?.logicalId ?? '']?.DependsOn ?? []

    expect(httpStage?.RouteSettings).toEqual(Object.fromEntries(withoutLogin.map((key) => [key, limit])))
    expect(most).toBeLessThan(readStage('prod').apiRequestsPerSecond / 2)
    expect(
      routes
        .filter(({ logicalId }) => dependsOn.includes(logicalId))
        .map(({ RouteKey }) => RouteKey)
        .toSorted(),
    ).toEqual(withoutLogin.toSorted())
  })

  it('takes tokens of the user pool for the one client', () => {
    expect(authorizers[0]).toMatchObject({
      AuthorizerType: 'JWT',
      JwtConfiguration: {
        Audience: clients.map(({ logicalId }) => logicalId),
        Issuer: {
          'Fn::Join': [
            '',
            [
              'https://cognito-idp.ap-southeast-1.amazonaws.com/',
              { Ref: expect.stringMatching(/^SignInUserPool/) },
            ],
          ],
        },
      },
    })
  })

  it('speaks payload format 2.0', () => {
    expect(new Set(integrations.map((integration) => integration.PayloadFormatVersion))).toEqual(
      new Set(['2.0']),
    )
  })

  it('limits requests, and logs them as JSON without query strings or tokens', () => {
    const stages = resourcesOf(
      template,
      'AWS::ApiGatewayV2::Stage',
      z.object({
        StageName: z.string(),
        DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
        AccessLogSettings: z.object({ Format: z.string() }),
      }),
    )

    expect(stages).toHaveLength(1)
    expect(stages[0]?.StageName).toBe('$default')
    expect(stages[0]?.DefaultRouteSettings.ThrottlingRateLimit).toBe(readStage('prod').apiRequestsPerSecond)
    expect(
      z.record(z.string(), z.string()).safeParse(JSON.parse(stages[0]?.AccessLogSettings.Format ?? ''))
        .success,
    ).toBe(true)
    expect(stages[0]?.AccessLogSettings.Format).not.toMatch(/query|\$context\.authorizer\.token|header/i)
  })
})

describe('sign-in', () => {
  it('is by invitation, with a second factor in production that is no SMS', () => {
    const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool', z.looseObject({}))

    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
    })
  })

  it('gives tokens of 15 minutes to a client without a secret', () => {
    expect(clients).toMatchObject([
      { GenerateSecret: false, AccessTokenValidity: 15, TokenValidityUnits: { AccessToken: 'minutes' } },
    ])
  })

  it('hands codes to the console only, and nothing to a stage without one', () => {
    const [onDev] = resourcesOf(synthesize('dev'), 'AWS::Cognito::UserPoolClient', z.looseObject({}))

    expect(onDev).toMatchObject({ AllowedOAuthFlows: ['code'], CallbackURLs: ['http://localhost:8080/'] })
    expect(clients).toMatchObject([{ AllowedOAuthFlowsUserPoolClient: false }])
  })

  it('has a page, which needs a style of its own to work', () => {
    const types = Object.values(template.Resources).map(({ Type }) => Type)

    expect(types).toContain('AWS::Cognito::UserPoolDomain')
    expect(types).toContain('AWS::Cognito::ManagedLoginBranding')
  })
})
