import { createServer } from 'node:http'
import { listenOnLoopback } from './listen-on-loopback.ts'

/**
 * Answers 501 to every AWS call whose service has no stand-in, so that it can never leave the machine. `log`
 * hears of each.
 */
export async function startRefuser(
  log: (text: string) => void,
): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    request.resume()
    log(
      `an AWS call without a stand-in was refused: ${request.method ?? ''} ${request.headers['x-amz-target']?.toString() ?? ''}`,
    )
    response.writeHead(501, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ __type: 'NotImplemented', message: 'A local run has no stand-in for this service' }),
    )
  })
  return {
    origin: await listenOnLoopback(server, 0),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
