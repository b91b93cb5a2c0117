import {
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  Provider,
  type ResourceServer,
} from 'oidc-provider'
import type { Account, IssuerSettings } from './issuer.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { logoutPages } from './logout-pages.ts'
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

const day = 86_400

/** oidc-provider set up so that its access tokens are JWTs with the claims of a Cognito access token. */
export function createProvider(origin: string, settings: IssuerSettings, keys: IssuerKeys): Provider {
  const { clientId, scopes, accessTokenSeconds } = settings
  const kept = createMemoryAdapter()
  settings.people.whenSignedOut(kept.forget)
  const provider = new Provider(origin, {
    ...accountSettings(settings.people.accounts),
    adapter: kept.adapter,
    clients: [clientSettings(clientId)],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    scopes: [...oidcScopes, ...scopes],
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: 3600,
      Interaction: 3600,
      Session: 30 * day,
      Grant: day,
      RefreshToken: 30 * day,
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}`, policy: withoutConsent() },
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
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true, ...logoutPages },
      resourceIndicators: accessTokenSettings(settings),
    },
  })
  provider.on('server_error', (_ctx, error) => {
    settings.log(`the issuer failed: ${error.stack ?? error.message}`)
  })
  return provider
}

function clientSettings(clientId: string): ClientMetadata {
  return {
    client_id: clientId,
    // A native client may use http on loopback, on whatever port.
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: redirectUris,
  }
}

/** Access tokens are opaque unless they are for an API that wants them as JWT. */
function accessTokenSettings({ clientId, scopes, accessTokenSeconds }: IssuerSettings) {
  return {
    enabled: true,
    defaultResource: () => resource,
    useGrantedResource: () => true,
    getResourceServerInfo: (): ResourceServer => ({
      scope: scopes.join(' '),
      audience: clientId,
      accessTokenFormat: 'jwt',
      accessTokenTTL: accessTokenSeconds,
      jwt: { sign: { alg: 'RS256' } },
    }),
  }
}

function accountSettings(listAccounts: () => readonly Account[]): Configuration {
  const accountOf = (sub: string | undefined) => listAccounts().find((account) => account.sub === sub)
  return {
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    findAccount: (_ctx, sub) => {
      const account = accountOf(sub)
      if (account === undefined) return undefined
      const { name, username } = account
      return { accountId: sub, claims: () => ({ sub, name, preferred_username: username }) }
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          const username = accountOf('accountId' in token ? token.accountId : undefined)?.username ?? ''
          parts.payload = { ...parts.payload, token_use: 'access', username, version: 2 }
        },
      },
    },
  }
}

/** Made-up people need not agree that the app may know them: `loadExistingGrant` grants everything. */
function withoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}
