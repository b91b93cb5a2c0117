import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

type Request = {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
}
type Response = { statusCode: number; headers: Record<string, string>; body: Uint8Array }

/** The SDK's own kind of bytes warns whoever takes them for a text, as the server does. */
const bytesOf = (body: string | Uint8Array = ''): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)

/** What a server sees of a request, and how it answers, without sockets and HTTP in between. */
const exchange = (server: Server, { method, path, headers, body }: Request): Promise<Response> =>
  new Promise((resolve) => {
    const incoming = Object.assign(new EventEmitter(), { method, url: path, headers })
    const answered: Record<string, string> = {}
    const outgoing = {
      statusCode: 200,
      setHeader: (name: string, value: string | number): void => {
        answered[name.toLowerCase()] = String(value)
      },
      end: (text: string): void => {
        resolve({ statusCode: outgoing.statusCode, headers: answered, body: Buffer.from(text) })
      },
    }
    server.emit('request', incoming, outgoing)
    incoming.emit('data', bytesOf(body))
    incoming.emit('end')
  })

/**
 * For clients of the SDK: hands each request to a server of this process, in the order in which they were sent, each in
 * a turn of its own. Over the loopback half of a test's time went into sockets.
 */
export const askInProcess = (server: Server) => ({
  handle: async (request: Request): Promise<{ response: Response }> => {
    await nextTurn()
    return { response: await exchange(server, request) }
  },
})
