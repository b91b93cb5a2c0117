import { interactionPolicy, Provider } from 'oidc-provider'
import type { IssuerSettings } from './issuer.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { createMemoryAdapter } from './memory-adapter.ts'

/** The one API that access tokens are for. */
const resource = 'urn:siang:api'
const oidcScopes = ['openid', 'profile', 'email', 'offline_access']
const redirectUris = [
  'http://127.0.0.1/callback',
  'http://localhost/callback',
  'http://127.0.0.1/',
  'http://localhost/',
]

/** oidc-provider set up so that its access tokens are JWTs with the claims of a Cognito access token. */
export function createProvider(origin: string, settings: IssuerSettings, keys: IssuerKeys): Provider {
  const { accounts, clientId, scopes, accessTokenSeconds } = settings
  const accountOf = (sub: string | undefined) => accounts.find((account) => account.sub === sub)
  const provider = new Provider(origin, {
    adapter: createMemoryAdapter(),
    clients: [
      {
        client_id: clientId,
        // A native client may use http on loopback, on whatever port.
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris,
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    scopes: [...oidcScopes, ...scopes],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    ttl: {
      AccessToken: accessTokenSeconds,
      Session: 86_400,
      Grant: 86_400,
      RefreshToken: 86_400,
      Interaction: 3600,
      IdToken: 3600,
    },
    interactions: {
      url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
      policy: policyWithoutConsent(),
    },
    findAccount: (_ctx, sub) => {
      const account = accountOf(sub)
      if (account === undefined) return undefined
      return {
        accountId: sub,
        claims: () => ({ sub, name: account.name, preferred_username: account.username }),
      }
    },
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId
      if (accountId === undefined) return undefined
      const grant = new provider.Grant({ accountId, clientId })
      grant.addOIDCScope(oidcScopes.join(' '))
      grant.addResourceScope(resource, scopes.join(' '))
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes.join(' '),
          audience: clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          const account = accountOf('accountId' in token ? token.accountId : undefined)
          parts.payload = {
            ...parts.payload,
            token_use: 'access',
            username: account?.username ?? '',
            version: 2,
          }
        },
      },
    },
  })
  provider.on('server_error', (_ctx, error) => {
    settings.log(`the issuer failed: ${error.stack ?? error.message}`)
  })
  return provider
}

/** Made-up people need not agree that the app may know them: `loadExistingGrant` grants everything. */
function policyWithoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}
