import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** An access token of the local issuer. */
export type Login = { accessToken: string; expiresInSeconds: number; refreshToken: string }

/** The app client that the issuer of a local run knows. */
export const localClientId = 'siang-local'

const redirectUri = 'http://127.0.0.1/callback'
const discoverySchema = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  scopes_supported: z.array(z.string()),
})
const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number(), refresh_token: z.string() })

/**
 * Signs a seeded user in as a browser does: authorization code with PKCE, choosing the user in the form.
 * `scopes` are those to ask for; without them the token has all.
 */
export async function logIn(
  issuerOrigin: string,
  username: string,
  scopes?: readonly string[],
): Promise<Login> {
  const discovered = discoverySchema.parse(
    await (await fetch(`${issuerOrigin}/.well-known/openid-configuration`)).json(),
  )
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: localClientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: (scopes ?? discovered.scopes_supported).join(' '),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const visit = createVisitor()
  const form = await visit(`${discovered.authorization_endpoint}?${query.toString()}`)
  const chosen = await visit(form, new URLSearchParams({ username }))
  const callback = new URL(await visit(chosen))
  const code = callback.searchParams.get('code')
  if (code === null) throw new Error(`no sign-in: ${callback.searchParams.get('error') ?? 'no code'}`)
  const response = await fetch(discovered.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: localClientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  })
  if (!response.ok) throw new Error(`no token: HTTP ${response.status}`)
  const token = tokenSchema.parse(await response.json())
  return {
    accessToken: token.access_token,
    expiresInSeconds: token.expires_in,
    refreshToken: token.refresh_token,
  }
}

/** Follows one step of the sign-in with cookies and returns where it leads. */
function createVisitor() {
  const cookies = new Map<string, string>()
  return async (url: string, form?: URLSearchParams): Promise<string> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null)
      throw new Error(`the sign-in stopped with HTTP ${response.status}; is the user known?`)
    return new URL(location, url).href
  }
}
