/** What the console takes of a token answer. The ID token is not among it: who somebody is, the API says. */
export type Tokens = { access_token: string; expires_in?: number; refresh_token?: string }

const textIn = (body: unknown, name: string): string | undefined => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : undefined
}

const areTokens = (body: unknown): body is Tokens =>
  textIn(body, 'access_token') !== undefined && textIn(body, 'token_type')?.toLowerCase() === 'bearer'

/**
 * Reads what the issuer's token endpoint answered (RFC 6749, 5.1 and 5.2): tokens, or undefined where it refused them.
 * Throws a TypeError, as a lost network does, where it said neither.
 */
export const readTokens = async (response: Response): Promise<Tokens | undefined> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && areTokens(body)) return body
  const isRefusal = response.status === 400 || response.status === 401
  if (isRefusal && textIn(body, 'error') !== undefined) return undefined
  throw new TypeError(`the issuer answered with HTTP ${response.status}`)
}
