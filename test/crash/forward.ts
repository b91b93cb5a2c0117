import { Agent, request as send, type IncomingHttpHeaders } from 'node:http'

/** A whole answer of a stand-in. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A request as it came. */
export type Asked = { method: string; headers: IncomingHttpHeaders; body: Buffer }

/** Forwards to one origin; `signal` ends what its asker waits for no longer. */
export const createForward = (origin: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const { hostname, port, host } = new URL(origin)
  return {
    forward: ({ method, headers, body }: Asked, signal?: AbortSignal): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const outgoing = send(
          {
            agent,
            hostname,
            port,
            method,
            path: '/',
            headers: { ...headers, host, 'content-length': body.length },
            ...(signal === undefined ? {} : { signal }),
          },
          (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.on('error', reject)
            answer.on('end', () => {
              resolve({
                status: answer.statusCode ?? 502,
                headers: answer.headers,
                body: Buffer.concat(chunks),
              })
            })
          },
        )
        outgoing.on('error', reject)
        outgoing.end(body)
      }),
    close: () => {
      agent.destroy()
    },
  }
}
