import type { IncomingMessage, ServerResponse } from 'node:http'
import { localCredentials } from '../lambda/function-environment.ts'
import { escapeXml } from '../sns/escape-xml.ts'
import { splitUrl } from './build-event.ts'
import { checkSignedUrl, type S3Refusal } from './check-signed-url.ts'
import type { PassOn } from './pass-on.ts'

/** Where the S3 stand-in lies on the API's origin: `/s3/<bucket>/<key>`. */
export const s3Prefix = '/s3'

/** The S3 stand-in takes no larger body in one piece. */
const maxObjectBytes = 11 * 1024 * 1024

/** Query parameters by which a signed download sets the headers of its answer. */
const responseHeaders: Readonly<Record<string, string>> = {
  'response-content-type': 'content-type',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-cache-control': 'cache-control',
}

/**
 * Serves S3 to the functions (signed by header) and to whoever holds a pre-signed URL, on the API's own
 * origin, because the stand-in has no CORS. Refusals look like those of S3.
 */
export function createAnswerS3Request(passOn: PassOn, nowMs: () => number) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = refuse(request, nowMs())
    if (refusal !== undefined) {
      request.resume()
      writeRefusal(response, refusal)
      return
    }
    const { path, query } = splitUrl((request.url ?? '/').slice(s3Prefix.length))
    const overrides: Record<string, string> = {}
    for (const [name, value] of new URLSearchParams(query)) {
      const header = responseHeaders[name]
      if (header !== undefined) overrides[header] = value
    }
    passOn(request, response, query === '' ? path : `${path}?${query}`, overrides)
  }
}

function refuse(request: IncomingMessage, nowMs: number): S3Refusal | undefined {
  const credentials = {
    accessKeyId: localCredentials.AWS_ACCESS_KEY_ID,
    secretAccessKey: localCredentials.AWS_SECRET_ACCESS_KEY,
  }
  const isSignedByHeader =
    request.headers.authorization?.includes(`Credential=${credentials.accessKeyId}/`) === true
  const isSignedByQuery = splitUrl(request.url ?? '').query.includes('X-Amz-Signature=')
  if (!isSignedByHeader && !isSignedByQuery) {
    return { status: 403, code: 'AccessDenied', message: 'Access Denied' }
  }
  const refusal = isSignedByQuery ? checkSignedUrl(request, credentials, nowMs) : undefined
  if (refusal !== undefined || request.method !== 'PUT') return refusal
  const length = request.headers['content-length']
  if (length === undefined) {
    return {
      status: 411,
      code: 'MissingContentLength',
      message: 'You must provide the Content-Length HTTP header',
    }
  }
  return Number(length) > maxObjectBytes
    ? {
        status: 413,
        code: 'EntityTooLarge',
        message: `A local run takes files of at most ${maxObjectBytes} bytes`,
      }
    : undefined
}

function writeRefusal(response: ServerResponse, refusal: S3Refusal): void {
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${refusal.code}</Code>` +
    `<Message>${escapeXml(refusal.message)}</Message></Error>`
  response.writeHead(refusal.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
