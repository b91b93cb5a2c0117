/**
 * Bundled in place of `@aws-sdk/middleware-endpoint-discovery`, which comes with every table client and brings 8 KB
 * along, a cache among them. None of the commands here asks a service where to go: the Region says it.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config

/** Where the SDK would look up whether to ask: nowhere. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: undefined,
}
