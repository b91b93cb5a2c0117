import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http'

/** Hands a request on to another server on this machine, and its answer back; both are streamed. */
export type PassOn = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  extraHeaders?: Record<string, string>,
) => void

/** Passes requests on to one origin. */
export function createPassOn(origin: string): { passOn: PassOn; close: () => void } {
  const agent = new Agent({ keepAlive: true })
  const { hostname, port, host } = new URL(origin)
  const passOn: PassOn = (request, response, path, extraHeaders = {}) => {
    const outgoing = send(
      { agent, hostname, port, path, method: request.method, headers: { ...request.headers, host } },
      (answer) => {
        const { connection: _connection, ...headers } = answer.headers
        response.writeHead(answer.statusCode ?? 502, { ...headers, ...extraHeaders })
        answer.pipe(response)
      },
    )
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502).end()
    })
    response.on('close', () => outgoing.destroy())
    request.pipe(outgoing)
  }
  return { passOn, close: () => agent.destroy() }
}
