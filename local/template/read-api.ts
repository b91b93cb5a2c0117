import type { ResolvedResources } from './read-stack.ts'
import { apiSchema, authorizerSchema, integrationSchema, routeSchema, stageSchema } from './schemas.ts'

/** One route of the HTTP API and the function that answers it. */
export type ApiRoute = {
  /** For instance `GET /v1/villages/{code}`, or `$default`. */
  routeKey: string
  functionArn: string
  /** Absent where the route needs no token. */
  authorization?: { audiences: string[]; scopes: string[] }
}

/** The HTTP API of the template, or undefined where it has none. Throws where it has more than one. */
export function readApi(resolved: ResolvedResources) {
  const [api, ...more] = resolved('AWS::ApiGatewayV2::Api', apiSchema)
  if (more.length > 0) throw new Error('only one HTTP API can be run locally')
  if (api === undefined) return undefined
  resolved('AWS::ApiGatewayV2::Stage', stageSchema)
  const integrations = new Map(
    resolved('AWS::ApiGatewayV2::Integration', integrationSchema).map((item) => [item.logicalId, item]),
  )
  const authorizers = new Map(
    resolved('AWS::ApiGatewayV2::Authorizer', authorizerSchema).map((item) => [item.logicalId, item]),
  )
  const routes = resolved('AWS::ApiGatewayV2::Route', routeSchema).map((route): ApiRoute => {
    const integration = integrations.get(route.Target.slice('integrations/'.length))
    if (integration === undefined)
      throw new Error(`${route.logicalId}: its integration is not in the template`)
    const { routeKey, functionArn } = { routeKey: route.RouteKey, functionArn: integration.IntegrationUri }
    if (route.AuthorizationType === 'NONE') return { routeKey, functionArn }
    const authorizer = authorizers.get(route.AuthorizerId ?? '')
    if (authorizer === undefined) throw new Error(`${route.logicalId}: its authorizer is not in the template`)
    const audiences = authorizer.JwtConfiguration.Audience
    return { routeKey, functionArn, authorization: { audiences, scopes: route.AuthorizationScopes } }
  })
  return { id: api.logicalId, cors: api.CorsConfiguration, routes }
}
