import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  validateAuthResponse,
  type AuthorizationServer,
  type TokenEndpointResponse,
} from 'oauth4webapi'
import { asSent } from '../as-sent.ts'
import { consoleSettings } from './console-settings.ts'
import type { Session } from './session.ts'

type Begun = { state: string; verifier: string; returnTo: string; remembered: boolean }

const begunName = 'sign-in'
const redirectUri = (): string => `${location.origin}/`

/** Only the issuer of a local run speaks plain HTTP, on loopback. */
const httpOptions = (issuer: string) => ({ [allowInsecureRequests]: new URL(issuer).protocol === 'http:' })

const discover = async () => {
  const settings = await consoleSettings()
  const issuer = new URL(settings.issuer)
  const options = httpOptions(settings.issuer)
  const server = await processDiscoveryResponse(issuer, await discoveryRequest(issuer, options))
  return { server, client: { client_id: settings.clientId }, settings, options }
}

const sessionOf = (
  token: TokenEndpointResponse,
  old: Pick<Session, 'refreshToken' | 'remembered'>,
): Session => ({
  accessToken: token.access_token,
  endsAtMs: Date.now() + (token.expires_in ?? 300) * 1000,
  refreshToken: token.refresh_token ?? old.refreshToken,
  remembered: old.remembered,
})

const authorizationUrl = async (
  server: AuthorizationServer,
  begun: Begun,
  clientId: string,
  scopes: readonly string[],
) => {
  const url = new URL(server.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: scopes.join(' '),
    state: begun.state,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  }).toString()
  return url.href
}

/** Leaves for the sign-in page (authorization code with PKCE); the person comes back to `returnTo`. */
export const beginSignIn = async (returnTo: string, remembered: boolean): Promise<void> => {
  const { server, settings } = await discover()
  const begun: Begun = {
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
    returnTo,
    remembered,
  }
  sessionStorage.setItem(begunName, JSON.stringify(begun))
  location.assign(await authorizationUrl(server, begun, settings.clientId, settings.scopes))
}

const readBegun = (): Begun | undefined => {
  const text = sessionStorage.getItem(begunName)
  sessionStorage.removeItem(begunName)
  return text === null ? undefined : asSent<Begun>(JSON.parse(text))
}

/** Ends the sign-in that brought the person here; undefined where it was not begun in this tab, or was refused. */
export const finishSignIn = async (
  here: URL,
): Promise<{ session: Session; returnTo: string } | undefined> => {
  const begun = readBegun()
  if (begun === undefined) return undefined
  const { server, client, options } = await discover()
  try {
    const parameters = validateAuthResponse(server, client, here, begun.state)
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri(),
      begun.verifier,
      options,
    )
    const token = await processAuthorizationCodeResponse(server, client, response)
    return {
      session: sessionOf(token, { refreshToken: undefined, remembered: begun.remembered }),
      returnTo: begun.returnTo,
    }
  } catch (error) {
    if (error instanceof TypeError) throw error
    return undefined
  }
}

/** A session with a fresh token, undefined where it was ended, `unreachable` where the issuer cannot be asked. */
export const renewSession = async (
  old: Session,
  refreshToken: string,
): Promise<Session | undefined | 'unreachable'> => {
  try {
    const { server, client, options } = await discover()
    const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options)
    return sessionOf(await processRefreshTokenResponse(server, client, response), old)
  } catch (error) {
    return error instanceof ResponseBodyError ? undefined : 'unreachable'
  }
}

/** Where to go to end the session at the issuer too. */
export const endSessionUrl = async (): Promise<string> => {
  const { server, settings } = await discover()
  const page = settings.logoutUrl ?? server.end_session_endpoint
  if (page === undefined) return redirectUri()
  const url = new URL(page)
  url.searchParams.set('client_id', settings.clientId)
  url.searchParams.set(
    settings.logoutUrl === undefined ? 'post_logout_redirect_uri' : 'logout_uri',
    redirectUri(),
  )
  return url.href
}
