import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

/** What the JWT authorizer says of a request. */
type TokenCheck =
  | { kind: 'allowed'; claims: Record<string, string>; scopes: string[] }
  | { kind: 'unauthorized'; reason: string }
  | { kind: 'forbidden' }

/** Checks the Authorization header of a request against what its route asks for. */
export type CheckToken = (
  header: string | undefined,
  wanted: { audiences: string[]; scopes: string[] },
) => Promise<TokenCheck>

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** A JWT authorizer for tokens of one issuer: signature, issuer, expiry, audience (or client id), scopes. */
export function createCheckToken(issuer: string): CheckToken {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const keySet = (): Promise<JWTVerifyGetKey> => {
    keys ??= discover(issuer).catch((error: unknown) => {
      keys = undefined
      throw error
    })
    return keys
  }
  return async (header, wanted) => {
    const token = header?.replace(/^bearer /i, '').trim() ?? ''
    if (token === '') return { kind: 'unauthorized', reason: '' }
    const verified = await verify(token, issuer, await keySet())
    if (typeof verified === 'string') return { kind: 'unauthorized', reason: verified }
    if (!hasAudience(verified, wanted.audiences)) return { kind: 'unauthorized', reason: 'invalid audience' }
    const scopes = scopesOf(verified)
    if (wanted.scopes.length > 0 && !wanted.scopes.some((scope) => scopes.includes(scope))) {
      return { kind: 'forbidden' }
    }
    // Access tokens of Cognito have no audience; those of the local issuer cannot be without one.
    const { aud: _audience, ...claims } = verified
    return { kind: 'allowed', claims: claimsAsText(claims), scopes }
  }
}

/** Claims as the function gets them: text, arrays as `[a b]`, objects as JSON, null left out. */
export function claimsAsText(payload: JWTPayload): Record<string, string> {
  const claims: Record<string, string> = {}
  for (const [name, value] of Object.entries(payload)) {
    if (value === null || value === undefined) continue
    if (Array.isArray(value)) claims[name] = `[${value.join(' ')}]`
    else claims[name] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  return claims
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`)
  const discovered = discoverySchema.parse(await response.json())
  return createRemoteJWKSet(new URL(discovered.jwks_uri))
}

async function verify(token: string, issuer: string, keys: JWTVerifyGetKey): Promise<JWTPayload | string> {
  try {
    return (await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })).payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'the token has expired'
    if (error instanceof errors.JOSEError) return 'the token is not valid'
    throw error
  }
}

function hasAudience(payload: JWTPayload, audiences: string[]): boolean {
  const given = [payload.aud ?? payload['client_id']].flat()
  return audiences.some((audience) => given.includes(audience))
}

function scopesOf(payload: JWTPayload): string[] {
  const scope = payload['scope'] ?? payload['scp']
  if (typeof scope === 'string') return scope.split(' ').filter((item) => item !== '')
  return Array.isArray(scope) ? scope.filter((item) => typeof item === 'string') : []
}
