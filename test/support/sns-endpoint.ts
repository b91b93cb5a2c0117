import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Agent } from 'node:http'
import { SNSClient } from '@aws-sdk/client-sns'

const namespace = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"'

/** What the endpoint does with the next requests: answers an error, breaks the connection off, or never answers. */
export type SnsBehaviour =
  | { does: 'accept' }
  | { does: 'refuse'; status: number; code: string }
  | { does: 'answer-nonsense' }
  | { does: 'break-off' }
  | { does: 'hang' }

const writeXml = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
}

const behave = (response: ServerResponse, behaviour: SnsBehaviour): void => {
  switch (behaviour.does) {
    case 'accept':
      return writeXml(
        response,
        200,
        `<PublishResponse ${namespace}><PublishResult><MessageId>message-1</MessageId></PublishResult></PublishResponse>`,
      )
    case 'refuse':
      return writeXml(
        response,
        behaviour.status,
        `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${behaviour.code}</Code><Message>PhoneNumber Reason: +8562055123456</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
      )
    case 'answer-nonsense':
      return writeXml(response, 200, `<PublishResponse ${namespace}></PublishResponse>`)
    case 'break-off':
      response.destroy()
      return
    case 'hang':
      return
    default:
      return behaviour satisfies never
  }
}

/** SNS's Query protocol on the loopback, as far as Publish to a phone needs it. Counts what reaches it. */
export const startSnsEndpoint = async () => {
  const requests: URLSearchParams[] = []
  let behaviour: SnsBehaviour = { does: 'accept' }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      requests.push(new URLSearchParams(body))
      behave(response, behaviour)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the endpoint has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    requests,
    behave: (next: SnsBehaviour) => {
      behaviour = next
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Sockets that never connect, as where a network swallows every packet. */
class SilentAgent extends Agent {
  override createConnection(): Socket {
    const socket = new Socket()
    Object.defineProperty(socket, 'connecting', { value: true })
    return socket
  }
}

/** A client like the real one but impatient; `isSilent` never gets a connection. */
export const createImpatientClient = (endpoint: string, isSilent = false): SNSClient =>
  new SNSClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 100,
      requestTimeout: 200,
      throwOnRequestTimeout: true,
      ...(isSilent ? { httpAgent: new SilentAgent() } : {}),
    },
  })
