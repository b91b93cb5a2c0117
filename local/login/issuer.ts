import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { People } from '../directory/people.ts'
import { isLocalHost } from '../http/is-local-host.ts'
import { listenOnLoopback } from '../http/listen-on-loopback.ts'
import { createAnswerLogin } from './answer-login.ts'
import { createProvider } from './create-provider.ts'
import { loadIssuerKeys } from './issuer-keys.ts'

/** Someone who can sign in. `sub` is the access token's; `description` says in the form what they may do. */
export type Account = {
  username: string
  sub: string
  name: string
  description: { en: string; lo: string }
}

export type IssuerSettings = {
  dataFolder: string
  /** 0 is any free port. */
  port: number
  people: Pick<People, 'accounts' | 'whenSignedOut'>
  clientId: string
  /** Scopes that an access token may carry besides the OIDC ones. */
  scopes: readonly string[]
  accessTokenSeconds: number
  log: (text: string) => void
}

export type Issuer = { origin: string; stop: () => Promise<void> }

/** The login of a local run: authorization code with PKCE, access tokens like those of Cognito. */
export async function startIssuer(settings: IssuerSettings): Promise<Issuer> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined
  const server = createServer((request, response) => {
    if (!isLocalHost(request.headers.host)) response.writeHead(421).end()
    else if (answer === undefined) response.writeHead(503).end()
    else answer(request, response)
  })
  const origin = await listenOnLoopback(server, settings.port)
  const provider = createProvider(origin, settings, await loadIssuerKeys(settings.dataFolder))
  const answerLogin = createAnswerLogin(provider, settings.people.accounts)
  const answerProtocol = provider.callback()
  answer = (request, response) =>
    request.url?.startsWith('/interaction/') === true
      ? answerLogin(request, response)
      : answerProtocol(request, response)
  return {
    origin,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
