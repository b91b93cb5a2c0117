import type { IncomingMessage } from 'node:http'

/** The body of a request, or undefined where it is over the limit (what is over is read and dropped). */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    length += buffer.length
    if (length > maxBytes) chunks.length = 0
    else chunks.push(buffer)
  }
  return length > maxBytes ? undefined : Buffer.concat(chunks)
}
