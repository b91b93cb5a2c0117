import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import { consoleCaching, consoleHeaders, isScreen } from '../../infra/console-headers.ts'
import { localClientId } from '../log-in.ts'

/** Answers what is no file and no path of the API: undefined names a file that is not there. */
export type ServeConsole = (request: IncomingMessage, response: ServerResponse) => void

/** What the console reads first; on AWS the stack writes it beside the pages. */
const settingsOf = (issuerOrigin: string) => ({
  stage: 'local',
  issuer: issuerOrigin,
  clientId: localClientId,
  scopes: ['openid', 'email', 'offline_access'],
  phones: true,
})

/** Serves the built console with the headers that CloudFront gives it; every screen is the same page. */
export const createServeConsole = (folder: string, issuerOrigin: string): ServeConsole => {
  const headers = Object.entries(consoleHeaders({ reaches: [issuerOrigin] }))
  const settings = JSON.stringify(settingsOf(issuerOrigin))
  const serveFile = sirv(folder, {
    etag: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? consoleCaching.assets : consoleCaching.rest,
      )
    },
  })
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/console.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': consoleCaching.rest })
      response.end(settings)
      return
    }
    if (isScreen(pathname)) request.url = '/index.html'
    serveFile(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.')
    })
  }
}
