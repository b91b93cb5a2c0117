import { accessToken } from '../sign-in/session.ts'
import { failureOf, type CallResult } from './call-api.ts'

/** The browser may still be reading the file right after the click. */
const keptMs = 60_000

/**
 * Saves what a route of the API answers as CSV. The token travels in a header, which no link can carry: the file is
 * fetched, and handed to the browser under its name.
 */
export const downloadCsv = async (
  path: `/v1/${string}`,
  fileName: string,
): Promise<CallResult<undefined>> => {
  const token = await accessToken()
  if (token === undefined) return { ok: false, failure: { kind: 'signed-out' } }
  try {
    const response = await fetch(`${path}?format=csv`, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) return { ok: false, failure: await failureOf(response) }
    const url = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), keptMs)
    return { ok: true, body: undefined, etag: undefined }
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
}
