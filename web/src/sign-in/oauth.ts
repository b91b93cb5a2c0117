import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processDiscoveryResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  validateAuthResponse,
  type AuthorizationServer,
} from 'oauth4webapi'
import { asSent } from '../as-sent.ts'
import { consoleSettings } from './console-settings.ts'
import { readTokens, type Tokens } from './read-tokens.ts'
import type { Words } from '../words/language.ts'
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

const sessionOf = (token: Tokens, old: Pick<Session, 'refreshToken' | 'remembered'>): Session => ({
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

/** Where the person is, to come back to: a draft is found again by all of it. What a sign-in brought is left out. */
const pathHere = (): string =>
  /[?&]state=/.test(location.search) ? location.pathname : location.pathname + location.search

/** Lao wording unreviewed. */
const keepsNothing: Words = {
  lo: 'ໂປຣແກຣມເວັບນີ້ບໍ່ໃຫ້ເກັບຫຍັງ, ຈຶ່ງເຂົ້າບໍ່ໄດ້. ໃຫ້ອະນຸຍາດຄຸກກີ້ຂອງທີ່ຢູ່ນີ້.',
  en: 'This browser keeps nothing, so nobody can sign in. Allow cookies and site data for this address.',
}

/**
 * Leaves for the sign-in page (authorization code with PKCE); the person comes back to where they are. Words where
 * this browser cannot.
 */
export const beginSignIn = async (remembered: boolean): Promise<Words | undefined> => {
  const { server, settings } = await discover()
  const begun: Begun = {
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
    returnTo: pathHere(),
    remembered,
  }
  try {
    sessionStorage.setItem(begunName, JSON.stringify(begun))
  } catch {
    return keepsNothing
  }
  location.assign(await authorizationUrl(server, begun, settings.clientId, settings.scopes))
  return undefined
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
    const token = await readTokens(response)
    if (token === undefined) return undefined
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
export const renewSession = async (old: Session): Promise<Session | undefined | 'unreachable'> => {
  if (old.refreshToken === undefined) return undefined
  try {
    const { server, client, options } = await discover()
    const response = await refreshTokenGrantRequest(server, client, None(), old.refreshToken, options)
    const token = await readTokens(response)
    return token === undefined ? undefined : sessionOf(token, old)
  } catch {
    return 'unreachable'
  }
}

type Issuer = Awaited<ReturnType<typeof discover>>

/** So long signing out waits for the issuer to take the refresh token back; after that the token ends by its time. */
const revokeWaitMs = 2_000

const revoke = async ({ server, client, options }: Issuer, refreshToken: string): Promise<void> => {
  if (server.revocation_endpoint === undefined) return
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), revokeWaitMs)
  try {
    await revocationRequest(server, client, None(), refreshToken, { ...options, signal: limit.signal })
  } catch {
    // The person is signed out here all the same.
  } finally {
    clearTimeout(timer)
  }
}

/** Has the issuer take back what the session was renewed with, and says where to go to end the sign-in there too. */
export const endSession = async (old: Session | undefined): Promise<string> => {
  const issuer = await discover()
  if (old?.refreshToken !== undefined) await revoke(issuer, old.refreshToken)
  const { server, settings } = issuer
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
