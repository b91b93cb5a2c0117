import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

const keysSchema = z.object({
  signing: z.looseObject({
    kty: z.literal('RSA'),
    kid: z.string(),
    n: z.string(),
    e: z.string(),
    d: z.string(),
  }),
  cookie: z.string(),
})

/** The issuer's secrets: the key that signs tokens and the one that signs cookies. */
export type IssuerKeys = z.infer<typeof keysSchema>

/** Reads the keys of a data folder, or makes them: tokens stay valid over a restart. */
export async function loadIssuerKeys(dataFolder: string): Promise<IssuerKeys> {
  const file = join(dataFolder, 'issuer-keys.json')
  if (existsSync(file)) return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signing = { ...(await exportJWK(privateKey)), kid: 'local', use: 'sig', alg: 'RS256' }
  const keys = keysSchema.parse({ signing, cookie: randomBytes(24).toString('base64url') })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}
