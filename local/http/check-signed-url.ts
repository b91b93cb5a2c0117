import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why S3 would refuse a request, or undefined where it would not. */
export type S3Refusal = { status: number; code: string; message: string }

type Credentials = { accessKeyId: string; secretAccessKey: string }

/**
 * Checks a pre-signed URL as S3 does: expiry and Signature Version 4 over method, path, query and the signed
 * headers, so that the type and length which the URL fixes are the ones that are sent. The S3 stand-in itself
 * checks none of it.
 */
export function checkSignedUrl(
  request: IncomingMessage,
  credentials: Credentials,
  nowEpochMs: number,
): S3Refusal | undefined {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const parameter = (name: string): string => url.searchParams.get(name) ?? ''
  const signedAtEpochMs = parseAmzDate(parameter('X-Amz-Date'))
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || signedAtEpochMs === undefined) {
    return {
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message: 'The query is not signed as it must be',
    }
  }
  if (nowEpochMs > signedAtEpochMs + Number(parameter('X-Amz-Expires')) * 1000) {
    return { status: 403, code: 'AccessDenied', message: 'Request has expired' }
  }
  const [accessKeyId, ...scope] = parameter('X-Amz-Credential').split('/')
  if (accessKeyId !== credentials.accessKeyId) {
    return { status: 403, code: 'InvalidAccessKeyId', message: 'The access key is not known here' }
  }
  const canonicalRequest = canonicalRequestOf(request, url)
  const toSign = [
    'AWS4-HMAC-SHA256',
    parameter('X-Amz-Date'),
    scope.join('/'),
    sha256(canonicalRequest),
  ].join('\n')
  const expected = hmac(signingKey(credentials.secretAccessKey, scope), toSign)
  const given = Buffer.from(parameter('X-Amz-Signature'), 'hex')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return undefined
  return {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'The request is not the one that was signed: method, path, type and length must be the same',
  }
}

function canonicalRequestOf(request: IncomingMessage, url: URL): string {
  const names = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';')
  const headers = names.map((name) => `${name}:${headerText(request, name)}\n`).join('')
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .toSorted()
    .join('&')
  const payload = url.searchParams.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD'
  return [request.method, url.pathname, query, headers, names.join(';'), payload].join('\n')
}

function headerText(request: IncomingMessage, name: string): string {
  return [request.headers[name] ?? ''].flat().join(',').trim().replaceAll(/ +/g, ' ')
}

function signingKey(secret: string, scope: readonly string[]): Buffer {
  return scope.reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`))
}

/** For instance 20261121T201800Z. */
function parseAmzDate(text: string): number | undefined {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const epochMs = Date.parse(iso)
  return Number.isNaN(epochMs) ? undefined : epochMs
}

function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
