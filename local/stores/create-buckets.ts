import { localCredentials } from '../lambda/function-environment.ts'

/** Creates the buckets; one that is there is left as it is. */
export async function createBuckets(s3Origin: string, names: readonly string[]): Promise<void> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${localCredentials.AWS_ACCESS_KEY_ID}/x, Signature=0`
  for (const name of names) {
    const response = await fetch(`${s3Origin}/${name}`, { method: 'PUT', headers: { authorization } })
    if (!response.ok && response.status !== 409) throw new Error(`bucket ${name}: HTTP ${response.status}`)
  }
}
